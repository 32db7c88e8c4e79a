import { useId } from "react";
import { useTranslation } from "react-i18next";
import { Slider } from "@/components/ui/Slider";
import { useFormat } from "@/lib/format";
import { FASTEST, SLOWEST } from "../history/choices";

const MARKS = [0.5, 1, 2, 3, 4];

/** How fast: 1 is the voice's own pace. */
export function SpeedSlider({ value, onSlide }: { value: number; onSlide: (speed: number) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const id = useId();
  const times = (speed: number) => t("speak.times", { speed: format.number(speed) });
  return (
    <div className="grid gap-1.5">
      <div className="flex justify-between text-sm font-medium">
        <label htmlFor={id}>{t("speak.speed")}</label>
        <output htmlFor={id}>{times(value)}</output>
      </div>
      <div>
        <Slider
          id={id}
          data-testid="speak-speed"
          min={SLOWEST}
          max={FASTEST}
          step={0.05}
          value={value}
          list={`${id}-marks`}
          aria-valuetext={times(value)}
          className="h-7"
          onSlide={onSlide}
        />
        <datalist id={`${id}-marks`}>
          {MARKS.map((mark) => (
            <option key={mark} value={mark} />
          ))}
        </datalist>
        <div aria-hidden className="relative mx-2 h-4 text-xs text-ink-soft">
          {MARKS.map((mark) => (
            <span
              key={mark}
              className="absolute top-0 w-8 text-center -ms-4"
              style={{ insetInlineStart: `${(100 * (mark - SLOWEST)) / (FASTEST - SLOWEST)}%` }}
            >
              {format.number(mark)}
            </span>
          ))}
        </div>
      </div>
    </div>
  );
}
