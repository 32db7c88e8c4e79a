import { Check, HardDriveDownload } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/Button";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { useFormat } from "@/lib/format";
import { LoadingStatus } from "../components/LoadingStatus";
import type { Voice } from "../api/voices";
import { useKeeping } from "./useKeeping";

/** Keeps a voice for when there is no network, without speaking first; says so once it is here. */
export function KeepVoice({ voice, kept }: { voice: Voice; kept: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { busy, loading, failure, keep, cancel } = useKeeping();
  if (kept && !busy) {
    return (
      <p className="flex items-center gap-2 text-sm text-ink-soft" data-testid="voice-kept">
        <Check aria-hidden className="size-4 text-good" />
        {t("kept.here")}
      </p>
    );
  }
  return (
    <div className="grid gap-2 empty:hidden has-data-[testid=speak-loading]:w-full">
      {loading ? (
        <LoadingStatus loading={loading} onCancel={cancel} />
      ) : (
        <Button
          size="small"
          className="justify-self-start"
          data-testid="keep-voice"
          busy={busy}
          onClick={() => void keep(voice.id)}
        >
          <HardDriveDownload aria-hidden className="size-4" />
          {voice.size_bytes === null
            ? t("kept.keep")
            : t("kept.keepSized", { size: format.bytes(voice.size_bytes) })}
          <span className="sr-only">{voice.name}</span>
        </Button>
      )}
      <ErrorMessage error={failure} />
    </div>
  );
}
