import { LoaderCircle, Pause, Play } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/Button";
import type { PairSound } from "./usePairSound";

/** One of the two clips. */
export function Side({ side, sound }: { side: "a" | "b"; sound: PairSound }) {
  const { t } = useTranslation();
  const state = sound.states[side];
  const playing = state === "playing";
  return (
    <Button
      size="large"
      data-testid={`listening-${side}`}
      data-state={state}
      className="w-full"
      onClick={() => (playing ? sound.pause(side) : void sound.play(side))}
    >
      {playing && <Pause aria-hidden className="size-6" />}
      {state === "loading" && <LoaderCircle aria-hidden className="size-6 animate-spin" />}
      {state === "silent" && <Play aria-hidden className="size-6" />}
      {t(`training.side.${side}`)}
    </Button>
  );
}
