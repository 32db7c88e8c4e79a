import { LoaderCircle, Pause, Play } from "lucide-react";
import { useEffect, useRef, type RefCallback } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/Button";
import { Card } from "@/components/ui/Card";
import { Progress } from "@/components/ui/Progress";
import { cn } from "@/lib/cn";
import { useFormat } from "@/lib/format";
import type { Narration } from "../sound/Narrator";
import type { Player } from "../sound/Player";
import { usePlayer } from "../sound/useNarrator";
import { calm } from "./calm";
import { ReadView } from "./ReadView";
import { Waveform } from "./Waveform";

interface PlayerPanelProps {
  narration: Narration;
  player: Player;
}

/** Everything about the sound of the text: play, where, how far, and the words themselves. */
export function PlayerPanel({ narration, player }: PlayerPanelProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const panel = useRef<HTMLElement>(null);
  const { phase, levels, progress, request } = narration;
  useEffect(() => {
    // On a phone the player lies below the fold.
    panel.current?.scrollIntoView({ block: "nearest", behavior: calm() ? "auto" : "smooth" });
  }, [request]);
  return (
    <Card
      ref={panel}
      aria-label={t("speak.player")}
      className="relative grid grid-cols-[minmax(0,1fr)] scroll-mt-20 scroll-mb-24 gap-4 overflow-hidden"
    >
      <Progress
        data-testid="speak-progress"
        value={progress}
        label={t("speak.progress")}
        valueText={format.percent(progress)}
        className={cn("absolute inset-x-0 top-0 h-1 rounded-none", phase === "whole" && "opacity-0")}
      />
      <div className="flex items-center gap-4" dir="ltr">
        <PlayButton player={player} />
        <Waveform player={player} levels={levels} arrived={phase === "whole" ? 100 : progress} />
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 text-sm text-ink-soft">
        <Status phase={phase} player={player} />
        <Clock player={player} />
      </div>
      <ReadView narration={narration} player={player} />
    </Card>
  );
}

function PlayButton({ player }: { player: Player }) {
  const { t } = useTranslation();
  const playing = usePlayer(player, "playing");
  const durationS = usePlayer(player, "durationS");
  const waiting = usePlayer(player, "waiting");
  const Icon = playing ? Pause : Play;
  return (
    <Button
      look="primary"
      className="size-14 rounded-full"
      data-testid="speak-play"
      aria-label={playing ? t("speak.pause") : t("speak.play")}
      aria-keyshortcuts="k"
      disabled={durationS === 0}
      onClick={() => {
        if (playing) player.pause();
        else player.play();
      }}
    >
      {waiting ? (
        <LoaderCircle aria-hidden className="size-6 animate-spin" />
      ) : (
        <Icon aria-hidden className="size-6 fill-current" />
      )}
    </Button>
  );
}

/** One polite sentence about what happens, for eyes and for screen readers. */
function Status({ phase, player }: { phase: Narration["phase"]; player: Player }) {
  const { t } = useTranslation();
  const refused = usePlayer(player, "refused");
  const broken = usePlayer(player, "broken");
  const sentence = () => {
    if (broken) return t("speak.status.broken");
    if (refused) return t("speak.status.refused");
    return phase === "idle" ? "" : t(`speak.status.${phase}`);
  };
  return <p role="status">{sentence()}</p>;
}

function Clock({ player }: { player: Player }) {
  const format = useFormat();
  const positionS = usePlayer(player, "positionS");
  const durationS = usePlayer(player, "durationS");
  return (
    <p dir="ltr">
      {format.clock(positionS)} / {format.clock(durationS)}
    </p>
  );
}

/** The element all sound comes through; it stays while the page is open, whatever is shown. */
export function Loudspeaker({ attach }: { attach: RefCallback<HTMLAudioElement> }) {
  return (
    // Its words are the text above it.
    // eslint-disable-next-line jsx-a11y/media-has-caption
    <audio ref={attach} data-testid="speak-audio" preload="auto" />
  );
}
