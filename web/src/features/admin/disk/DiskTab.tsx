import { useTranslation } from "react-i18next";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { Meter } from "@/components/ui/Meter";
import { Skeleton } from "@/components/ui/Skeleton";
import { useFormat } from "@/lib/format";
import { useDisk, type Disk } from "../api/machine";
import { Sheet } from "../components/Sheet";

/** How full the disk is, and of what. */
export function DiskTab() {
  const { t } = useTranslation();
  const { data, error, isPending, isRefetching, refetch } = useDisk();
  return (
    <Sheet
      title={t("admin.tab.disk")}
      note={t("admin.disk.note")}
      onRefresh={() => void refetch()}
      busy={isRefetching}
    >
      {isPending && <Skeleton lines={6} />}
      {!data && <ErrorMessage error={error} onRetry={() => void refetch()} />}
      {data && <Meters disk={data} />}
    </Sheet>
  );
}

function Meters({ disk }: { disk: Disk }) {
  const { t } = useTranslation();
  const { bytes } = useFormat();
  const used = disk.total_bytes - disk.free_bytes;
  const share = (size: number) => ({ percent: (100 * size) / disk.total_bytes, note: bytes(size) });
  return (
    <div className="grid gap-5">
      <Meter
        label={t("admin.disk.whole")}
        percent={(100 * used) / disk.total_bytes}
        note={t("admin.disk.left", { free: bytes(disk.free_bytes), total: bytes(disk.total_bytes) })}
      />
      <Meter label={t("admin.disk.models")} {...share(disk.models_bytes)} />
      <Meter label={t("admin.disk.datasets")} {...share(disk.datasets_bytes)} />
      <Meter label={t("admin.disk.checkpoints")} {...share(disk.checkpoints_bytes)} />
      <Meter label={t("admin.disk.backups")} {...share(disk.backups_bytes)} />
    </div>
  );
}
