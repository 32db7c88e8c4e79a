import { LoaderCircle, Pause, Play } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/Button";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { useClip } from "@/lib/sound/useClip";

/** Plays one sentence, as it was spoken at some step. */
export function Clip({ path, text }: { path: string; text: string }) {
  const { t } = useTranslation();
  const { state, error, play, pause } = useClip(path);
  const playing = state === "playing";
  return (
    <>
      <Button
        size="icon"
        data-testid="sample-play"
        data-state={state}
        aria-label={t(playing ? "training.hush" : "training.hear", { text })}
        onClick={() => (playing ? pause() : void play())}
      >
        {playing && <Pause aria-hidden className="size-5" />}
        {state === "loading" && <LoaderCircle aria-hidden className="size-5 animate-spin" />}
        {state === "silent" && <Play aria-hidden className="size-5" />}
      </Button>
      <ErrorMessage error={error} />
    </>
  );
}
