import { useTranslation } from "react-i18next";
import { useFormat, type Format } from "@/lib/format";

/** What of a recording is shown, in this order. */
export const MEASURES = [
  "duration_s",
  "loudness_lufs",
  "peak_db",
  "snr_db",
  "bandwidth_hz",
  "clipped_share",
  "speech_share",
  "silence_start_s",
  "silence_end_s",
  "characters_per_s",
  "phones_per_s",
  "characters",
  "quality",
] as const;
export type Measure = (typeof MEASURES)[number];

type Unit = "s" | "db" | "lufs" | "hz";
const UNITS: Partial<Record<Measure, Unit>> = {
  duration_s: "s",
  silence_start_s: "s",
  silence_end_s: "s",
  loudness_lufs: "lufs",
  peak_db: "db",
  snr_db: "db",
  bandwidth_hz: "hz",
};

/** The measures that are there, in the order they are shown. */
export function known<Value>(measures: Record<string, Value>): [Measure, Value][] {
  return MEASURES.flatMap((name): [Measure, Value][] => {
    const value = measures[name];
    return value === undefined ? [] : [[name, value]];
  });
}

/** Writes the value of a measure with its unit. */
export function useMeasureText(): (name: Measure, value: number) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return (name, value) => {
    if (name.endsWith("_share")) return shareText(format, value);
    const unit = UNITS[name];
    // Isolated, a minus stays before its number in a right-to-left sentence.
    const number = format.number(value, { maximumFractionDigits: Math.abs(value) < 10 ? 2 : 0 });
    return unit ? t(`datasets.unit.${unit}`, { value: `\u2068${number}\u2069` }) : number;
  };
}

function shareText(format: Format, share: number): string {
  return format.number(share, { style: "percent", maximumFractionDigits: share < 0.1 ? 2 : 0 });
}
