import { Pause, Play, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/Button";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { useCancelDownload, usePauseDownload, useResumeDownload, type Download } from "../api/downloads";
import { isRunning } from "../downloads/progress";
import { Retry } from "./Retry";

/** Pause, go on or try again, and give up. */
export function DownloadButtons({ download, name }: { download: Download; name: string }) {
  const { t } = useTranslation();
  const { id, status } = download;
  const pause = usePauseDownload();
  const resume = useResumeDownload();
  const cancel = useCancelDownload();
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        {isRunning(download) && (
          <Button
            size="small"
            data-testid="download-pause"
            aria-label={t("models.pauseNamed", { name })}
            busy={pause.isPending}
            onClick={() => pause.mutate(id)}
          >
            <Pause aria-hidden className="size-4" />
            {t("models.pause")}
          </Button>
        )}
        {status === "paused" && (
          <Button
            size="small"
            data-testid="download-resume"
            aria-label={t("models.resumeNamed", { name })}
            busy={resume.isPending}
            onClick={() => resume.mutate({ id })}
          >
            <Play aria-hidden className="size-4 rtl:-scale-x-100" />
            {t("models.resume")}
          </Button>
        )}
        {status === "failed" && (
          <Retry
            name={name}
            busy={resume.isPending}
            onRetry={(endpoint) => resume.mutate({ id, endpoint })}
          />
        )}
        <Button
          size="small"
          look="quiet"
          data-testid="download-cancel"
          aria-label={t("models.cancelNamed", { name })}
          busy={cancel.isPending}
          onClick={() => cancel.mutate(id)}
        >
          <X aria-hidden className="size-4" />
          {t("models.cancel")}
        </Button>
      </div>
      <ErrorMessage error={pause.error ?? resume.error ?? cancel.error} />
    </>
  );
}
