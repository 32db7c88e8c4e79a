import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/lib/format";
import { barsOf } from "../sound/peaks";
import { usePlayer } from "../sound/useNarrator";
import type { Player } from "../sound/Player";

const BAR_PX = 5;
const HEIGHT_PX = 80;
const STEP_S = 5;

interface WaveformProps {
  player: Player;
  levels: readonly number[];
  /** How much of the text has arrived, 0–100: the wave grows to its full width with it. */
  arrived: number;
}

/** The loudness of what has arrived; a click or the arrow keys go there. Time runs left to right in every language. */
export function Waveform({ player, levels, arrived }: WaveformProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { ref, width } = useWidth();
  const durationS = usePlayer(player, "durationS");
  const positionS = usePlayer(player, "positionS");
  const share = Math.max(0.02, arrived / 100);

  const seekTo = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    player.seek(((event.clientX - box.left) / (box.width * share)) * durationS);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const target = keyTarget(event.key, positionS, durationS);
    if (target === null) return;
    event.preventDefault();
    player.seek(target);
  };

  return (
    <div
      ref={ref}
      dir="ltr"
      role="slider"
      tabIndex={0}
      aria-label={t("speak.position")}
      aria-valuemin={0}
      aria-valuemax={Math.round(durationS)}
      aria-valuenow={Math.round(positionS)}
      aria-valuetext={t("speak.positionOf", {
        position: format.clock(positionS),
        duration: format.clock(durationS),
      })}
      className="h-20 min-w-0 grow cursor-pointer touch-none rounded-xl"
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        seekTo(event);
      }}
      onPointerMove={(event) => {
        if (event.buttons === 1) seekTo(event);
      }}
    >
      <Bars
        levels={levels}
        width={width}
        share={share}
        played={durationS === 0 ? 0 : positionS / durationS}
      />
    </div>
  );
}

function keyTarget(key: string, positionS: number, durationS: number): number | null {
  if (key === "ArrowRight" || key === "ArrowUp") return positionS + STEP_S;
  if (key === "ArrowLeft" || key === "ArrowDown") return positionS - STEP_S;
  if (key === "Home") return 0;
  return key === "End" ? durationS : null;
}

interface BarsProps {
  levels: readonly number[];
  width: number;
  share: number;
  played: number;
}

function Bars({ levels, width, share, played }: BarsProps) {
  const clip = useId();
  const all = Math.max(1, Math.floor(width / BAR_PX));
  const rest = useMemo(() => pathOf(new Array<number>(all).fill(0)), [all]);
  const wave = useMemo(
    () => pathOf(barsOf(levels, Math.max(1, Math.round(all * share)))),
    [levels, all, share],
  );
  return (
    <svg aria-hidden className="size-full fill-none stroke-3 [stroke-linecap:round]">
      <clipPath id={clip}>
        <rect width={played * share * width} height={HEIGHT_PX} />
      </clipPath>
      <path d={rest} className="stroke-line" />
      <path d={wave} className="stroke-line-strong" />
      <path d={wave} className="stroke-accent" clipPath={`url(#${clip})`} />
    </svg>
  );
}

/** Upright strokes around the middle line, one a bar. */
function pathOf(bars: readonly number[]): string {
  return bars
    .map((bar, index) => {
      const half = 0.5 + bar * (HEIGHT_PX / 2 - 4);
      return `M${(index + 0.5) * BAR_PX} ${(HEIGHT_PX / 2 - half).toFixed(1)}v${(2 * half).toFixed(1)}`;
    })
    .join("");
}

/** The width of an element in pixels, kept up to date. */
function useWidth() {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!ref.current) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      setWidth(entry?.contentRect.width ?? 0);
    });
    observer.observe(ref.current);
    return () => {
      observer.disconnect();
    };
  }, []);
  return { ref, width };
}
