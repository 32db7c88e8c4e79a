import { Square, Volume2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/Button";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { useSample } from "../sound/useSample";

/** Lets one hear a voice before it is here. */
export function SampleButton({ repoId, path, name }: { repoId: string; path: string; name: string }) {
  const { t } = useTranslation();
  const { state, error, play, stop } = useSample(repoId, path);
  const playing = state === "playing";
  const Icon = playing ? Square : Volume2;
  return (
    <>
      <Button
        data-testid="model-sample"
        aria-label={t(playing ? "models.silenceNamed" : "models.listenNamed", { name })}
        busy={state === "loading"}
        onClick={playing ? stop : () => void play()}
      >
        <Icon aria-hidden className="size-5" />
        {t(playing ? "models.silence" : "models.listen")}
      </Button>
      <ErrorMessage className="order-last w-full" error={error} />
    </>
  );
}
