import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { decibels } from "../sound/measuring";
import type { Sitting } from "../Sitting";

const FAINTEST_DB = -60;
const LOUD_DB = -3;
const FALL_PER_FRAME = 0.985;

/** How loud it is now; the good range is marked, and the bar turns red where sound is cut off. */
export function LevelMeter({ sitting, on }: { sitting: Sitting; on: boolean }) {
  const { t } = useTranslation();
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!on) return;
    let [frame, shown] = [0, 0];
    const draw = () => {
      const level = decibels(sitting.takePeak());
      shown = Math.max((level - FAINTEST_DB) / -FAINTEST_DB, shown * FALL_PER_FRAME, 0);
      if (bar.current) {
        bar.current.style.width = `${100 * Math.min(1, shown)}%`;
        bar.current.dataset.loud = String(level > LOUD_DB);
      }
      frame = requestAnimationFrame(draw);
    };
    draw();
    return () => cancelAnimationFrame(frame);
  }, [sitting, on]);
  return (
    <div>
      {/* A picture of what is heard sixty times a second; the warnings say it in words. */}
      <div
        aria-hidden
        data-testid="recorder-level"
        className="relative h-3 overflow-hidden rounded-full bg-sunken"
      >
        <div className="absolute inset-y-0 start-[55%] end-[8%] bg-accent-soft" />
        <div ref={bar} className="relative h-full w-0 rounded-full bg-accent data-[loud=true]:bg-danger" />
      </div>
      <p className="mt-1 text-sm text-ink-soft">{t("recorder.levelNote")}</p>
    </div>
  );
}
