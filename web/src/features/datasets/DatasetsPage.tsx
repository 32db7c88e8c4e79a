import { Database } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Page } from "@/components/Page";
import { Shelf } from "@/components/Shelf";
import { EmptyState } from "@/components/ui/EmptyState";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { Meter } from "@/components/ui/Meter";
import { Skeleton } from "@/components/ui/Skeleton";
import { useFormat } from "@/lib/format";
import { useDatasets } from "./api/datasets";
import { DatasetRow } from "./components/DatasetRow";
import { PullCard } from "./components/PullCard";
import { UploadCard } from "./components/UploadCard";
import { useDatasetEvents } from "./live/useDatasetEvents";
import { NewRecording } from "./recorder/NewRecording";

/** The datasets one has, and the ways to another. */
export default function DatasetsPage() {
  const { t } = useTranslation();
  useDatasetEvents();
  return (
    <Page title={t("datasets.title")} lead={t("datasets.lead")}>
      <Mine />
      <Shelf title={t("datasets.another")}>
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <UploadCard />
          <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
            <NewRecording />
            <PullCard />
          </div>
        </div>
      </Shelf>
    </Page>
  );
}

const MB = 1_000_000;

function Mine() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, error, isPending, refetch } = useDatasets();
  return (
    <Shelf title={t("datasets.mine")} note={data && t("datasets.count", { count: data.items.length })}>
      {isPending && <Skeleton lines={4} />}
      {!data && <ErrorMessage error={error} onRetry={() => void refetch()} />}
      {data?.items.length === 0 && (
        <EmptyState icon={Database} title={t("datasets.none")}>
          {t("datasets.noneNote")}
        </EmptyState>
      )}
      {data && data.items.length > 0 && (
        <Meter
          label={t("datasets.quota")}
          percent={data.quota_mb > 0 ? (100 * data.used_mb) / data.quota_mb : 0}
          note={t("datasets.quotaNote", {
            used: format.bytes(data.used_mb * MB),
            quota: format.bytes(data.quota_mb * MB),
          })}
        />
      )}
      <ul className="grid grid-cols-[minmax(0,1fr)] gap-3">
        {data?.items.map((dataset) => (
          <DatasetRow key={dataset.id} dataset={dataset} />
        ))}
      </ul>
    </Shelf>
  );
}
