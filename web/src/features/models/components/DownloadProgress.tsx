import { useTranslation } from "react-i18next";
import { Progress } from "@/components/ui/Progress";
import { useFormat } from "@/lib/format";
import type { Download } from "../api/downloads";
import { isRunning } from "../downloads/progress";

/** How far a download is: a bar, and under it bytes, speed and time left. */
export function DownloadProgress({ download, name }: { download: Download; name: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="grid gap-1">
      <Progress
        data-testid="download-progress"
        data-status={download.status}
        value={download.progress}
        label={t("models.progress.label", { name })}
        valueText={format.percent(download.progress)}
        className={isRunning(download) ? undefined : "[&>div]:bg-line-strong"}
      />
      <p className="flex justify-between gap-3 text-sm text-ink-soft">
        <span>{useFacts(download).join(" · ")}</span>
        <span>{format.percent(download.progress)}</span>
      </p>
    </div>
  );
}

function useFacts(download: Download): string[] {
  const { t } = useTranslation();
  const format = useFormat();
  const { status, bytes_downloaded: done, bytes_total: total, speed_bps: speed, eta_s: left } = download;
  const facts = [
    total
      ? t("models.progress.of", { done: format.bytes(done), total: format.bytes(total) })
      : format.bytes(done),
  ];
  if (status !== "downloading") facts.unshift(t(`models.state.${status}`));
  else if (speed) {
    facts.push(t("models.progress.speed", { bytes: format.bytes(speed) }));
    if (left !== null) facts.push(t("models.progress.left", { time: format.duration(Math.ceil(left)) }));
  }
  return facts;
}
