import { PackageOpen } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Card } from "@/components/ui/Card";
import { EmptyState } from "@/components/ui/EmptyState";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { Meter } from "@/components/ui/Meter";
import { Skeleton } from "@/components/ui/Skeleton";
import { useFormat } from "@/lib/format";
import { useInstalled, type Disk } from "../api/installed";
import { ImportCard } from "./ImportCard";
import { InstalledRow } from "./InstalledRow";
import { Shelf } from "@/components/Shelf";

/** What is here, how much room it takes, and the way to bring more from files. */
export function InstalledTab() {
  const { t } = useTranslation();
  const { data, error, isPending, refetch } = useInstalled();
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
      <div className="grid gap-4 lg:grid-cols-2">
        <Card aria-label={t("models.disk")}>{data ? <DiskUse disk={data.disk} /> : <Skeleton />}</Card>
        <ImportCard />
      </div>
      <Shelf
        title={t("models.installed")}
        note={data && t("models.installedCount", { count: data.items.length })}
      >
        {isPending && <Skeleton lines={4} />}
        {!data && <ErrorMessage error={error} onRetry={() => void refetch()} />}
        {data?.items.length === 0 && (
          <EmptyState icon={PackageOpen} title={t("models.noInstalled")}>
            {t("models.noInstalledNote")}
          </EmptyState>
        )}
        <ul className="grid grid-cols-[minmax(0,1fr)] gap-3">
          {data?.items.map((model) => (
            <InstalledRow key={model.id} model={model} />
          ))}
        </ul>
      </Shelf>
    </div>
  );
}

function DiskUse({ disk: { used_bytes: used, free_bytes: free } }: { disk: Disk }) {
  const { t } = useTranslation();
  const format = useFormat();
  const room = used + free;
  return (
    <Meter
      label={t("models.disk")}
      percent={room > 0 ? (100 * used) / room : 0}
      note={t("models.diskNote", { used: format.bytes(used), free: format.bytes(free) })}
    />
  );
}
