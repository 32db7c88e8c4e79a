import { useTranslation } from "react-i18next";
import { Badge } from "@/components/ui/Badge";
import { useFormat } from "@/lib/format";
import type { Download } from "../api/downloads";
import { isOver } from "../downloads/progress";
import { useSpeakers } from "../downloads/useSpeakers";
import { DownloadButtons } from "./DownloadButtons";
import { SpeakLink } from "./DownloadControl";
import { DownloadFailure } from "./DownloadFailure";
import { DownloadProgress } from "./DownloadProgress";
import { RepositoryName } from "./RepositoryName";

/** One download, with all that can be done about it. */
export function DownloadRow({ download }: { download: Download }) {
  const name = download.voice ?? download.repo_id;
  return (
    <li
      data-testid="download-row"
      data-status={download.status}
      className="grid grid-cols-[minmax(0,1fr)] gap-3 rounded-2xl border border-line bg-surface p-5 shadow-card"
    >
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h3 className="min-w-0 font-semibold">
          <RepositoryName id={download.repo_id} />
          {download.voice !== null && (
            <span className="font-normal">
              {" · "}
              <bdi>{download.voice}</bdi>
            </span>
          )}
        </h3>
        {isOver(download) && <Outcome download={download} />}
      </div>
      {!isOver(download) && (
        <>
          <DownloadProgress download={download} name={name} />
          {download.current_file !== null && (
            <p className="truncate text-sm text-ink-soft">
              <bdi dir="ltr">{download.current_file}</bdi>
            </p>
          )}
          <DownloadFailure error={download.error} />
          <DownloadButtons download={download} name={name} />
        </>
      )}
    </li>
  );
}

function Outcome({ download }: { download: Download }) {
  const { t } = useTranslation();
  const format = useFormat();
  const speaker = useSpeakers()(download.repo_id, download.voice ?? undefined);
  const { status, completed_at: when } = download;
  if (status === "completed" && speaker !== undefined) return <SpeakLink voice={speaker} />;
  return (
    <div className="flex flex-wrap items-center gap-2 text-sm text-ink-soft">
      <Badge tone={status === "completed" ? "good" : "plain"}>{t(`models.state.${status}`)}</Badge>
      {when !== null && format.dateTime(when)}
    </div>
  );
}
