import { ArrowDownToLine } from "lucide-react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "@/components/ui/EmptyState";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { Skeleton } from "@/components/ui/Skeleton";
import { useDownloads, type Download } from "../api/downloads";
import { isOver, isRunning } from "../downloads/progress";
import { DownloadRow } from "./DownloadRow";
import { Shelf } from "@/components/Shelf";

/** What is coming, what waits, what went wrong, and what has come. */
export function DownloadsTab() {
  const { t } = useTranslation();
  const { data, error, isPending, refetch } = useDownloads();
  if (isPending) return <Skeleton lines={6} />;
  if (!data) return <ErrorMessage error={error} onRetry={() => void refetch()} />;
  if (data.length === 0)
    return (
      <EmptyState icon={ArrowDownToLine} title={t("models.noDownloads")}>
        {t("models.noDownloadsNote")}
      </EmptyState>
    );
  const waits = (download: Download) => !isRunning(download) && !isOver(download);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
      <Rows title={t("models.running")} downloads={data.filter(isRunning)} />
      <Rows title={t("models.waiting")} downloads={data.filter(waits)} />
      <Rows title={t("models.over")} downloads={data.filter(isOver)} />
    </div>
  );
}

function Rows({ title, downloads }: { title: string; downloads: readonly Download[] }) {
  if (downloads.length === 0) return null;
  return (
    <Shelf title={title}>
      <ul className="grid grid-cols-[minmax(0,1fr)] gap-3">
        {downloads.map((download) => (
          <DownloadRow key={download.id} download={download} />
        ))}
      </ul>
    </Shelf>
  );
}
