import { Check, Pause, Play, TriangleAlert } from "lucide-react";
import { useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/lib/format";
import { barsOf } from "../sound/measuring";
import type { Take } from "../Sitting";
import { useKeys } from "../useKeys";
import { KeyButton } from "./KeyButton";

const BARS = 96;
const LOWEST = 0.02;

/** The take to listen to, and what seems wrong with it. */
export function Review({ take }: { take: Take }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { audio, playing, toggle } = usePlayback(take);
  useKeys({ Space: toggle });
  const label = t(playing ? "recorder.pause" : "recorder.listen");
  return (
    <div className="grid gap-3" data-testid="recorder-review">
      <div className="flex items-center gap-3">
        <KeyButton
          icon={playing ? Pause : Play}
          label={label}
          keyName="Space"
          data-testid="recorder-play"
          onClick={toggle}
        />
        <Wave take={take} />
        <span className="text-sm text-ink-soft tabular-nums">
          {t("recorder.seconds", {
            value: format.number(take.measures.durationS, { maximumFractionDigits: 1 }),
          })}
        </span>
        {/* One's own voice, a moment ago: there is nothing to caption. */}
        {/* eslint-disable-next-line jsx-a11y/media-has-caption */}
        <audio ref={audio} className="hidden" />
      </div>
      <Verdict take={take} />
    </div>
  );
}

function Wave({ take }: { take: Take }) {
  const bars = useMemo(() => barsOf(take.sound.samples, BARS), [take]);
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${BARS} 2`}
      preserveAspectRatio="none"
      className="h-12 w-0 min-w-0 grow fill-accent"
    >
      {bars.map((height, at) => {
        const half = Math.max(LOWEST, height);
        return <rect key={at} x={at + 0.15} y={1 - half} width={0.7} height={2 * half} />;
      })}
    </svg>
  );
}

function Verdict({ take }: { take: Take }) {
  const { t } = useTranslation();
  return (
    <div role="status">
      {take.warnings.length === 0 ? (
        <p className="flex items-center gap-2 text-good">
          <Check aria-hidden className="size-5" />
          {t("recorder.good")}
        </p>
      ) : (
        <ul className="grid gap-2">
          {take.warnings.map((warning) => (
            <li
              key={warning}
              data-testid="recorder-warning"
              data-warning={warning}
              className="flex items-start gap-2 rounded-xl bg-sunken px-4 py-2 text-warning"
            >
              <TriangleAlert aria-hidden className="mt-1 size-5 shrink-0" />
              {t(`recorder.warning.${warning}`)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Plays a take back. */
function usePlayback({ wav }: Take) {
  const audio = useRef<HTMLAudioElement>(null);
  const [playing, setPlaying] = useState(false);
  useEffect(() => {
    const element = audio.current;
    if (!element) return;
    const url = URL.createObjectURL(wav);
    const follow = () => setPlaying(!element.paused && !element.ended);
    const events = ["play", "pause", "ended"] as const;
    element.src = url;
    events.forEach((event) => element.addEventListener(event, follow));
    return () => {
      events.forEach((event) => element.removeEventListener(event, follow));
      element.removeAttribute("src");
      URL.revokeObjectURL(url);
    };
  }, [wav]);
  const toggle = () => {
    const element = audio.current;
    if (!element) return;
    if (element.paused) void element.play().catch(() => setPlaying(false));
    else element.pause();
  };
  return { audio, playing, toggle };
}
