import { AudioLines, CircleCheck, Download as Arrow } from "lucide-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Badge } from "@/components/ui/Badge";
import { Button, buttonLook } from "@/components/ui/Button";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { useDownloads, type Wish } from "../api/downloads";
import { downloadOf } from "../downloads/matching";
import { useBring } from "../downloads/useBring";
import { DownloadButtons } from "./DownloadButtons";
import { DownloadFailure } from "./DownloadFailure";
import { DownloadProgress } from "./DownloadProgress";

interface DownloadControlProps {
  wish: Wish;
  name: string;
  installed: boolean;
  /** The installed voice to speak with, if there is one. */
  speaker: string | undefined;
  /** Asked when the repository has several voices and none is wished for. */
  onChooseVoice?: () => void;
}

/** The way from "on the Hub" to "it speaks": download, see it come, speak. */
export function DownloadControl({ wish, name, installed, speaker, onChooseVoice }: DownloadControlProps) {
  const { t } = useTranslation();
  const downloads = useDownloads();
  const bring = useBring(onChooseVoice);
  const download = downloadOf(downloads.data ?? [], wish);
  if (download)
    return (
      <div className="grid w-full grid-cols-[minmax(0,1fr)] gap-2">
        <DownloadProgress download={download} name={name} />
        <DownloadFailure error={download.error} />
        <DownloadButtons download={download} name={name} />
      </div>
    );
  if (speaker !== undefined) return <SpeakLink voice={speaker} />;
  if (installed)
    return (
      <Badge tone="good" icon={CircleCheck}>
        {t("models.state.installed")}
      </Badge>
    );
  return (
    <>
      <Button
        look="primary"
        data-testid="model-download"
        aria-label={t("models.downloadNamed", { name })}
        busy={bring.isPending}
        onClick={() => bring.mutate(wish)}
      >
        <Arrow aria-hidden className="size-5" />
        {t("models.download")}
      </Button>
      <ErrorMessage className="order-last w-full" error={bring.error} />
    </>
  );
}

/** Leads to the Speak page, where this voice is then chosen. */
export function SpeakLink({ voice }: { voice: string }) {
  const { t } = useTranslation();
  return (
    <Link
      to="/speak"
      search={{ voice }}
      data-testid="model-speak"
      className={buttonLook({ look: "primary" })}
    >
      <AudioLines aria-hidden className="size-5" />
      {t("models.speak")}
    </Link>
  );
}
