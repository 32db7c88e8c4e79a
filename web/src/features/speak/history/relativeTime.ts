import type { Language } from "@/lib/language";

const MINUTE_S = 60;
const HOUR_S = 60 * MINUTE_S;
const DAY_S = 24 * HOUR_S;

/** How long ago `when` was, in words, as long as that is less than a week; later null. */
export function relativeTime(when: string, now: Date, language: Language): string | null {
  const elapsedS = Math.max(0, (now.getTime() - new Date(when).getTime()) / 1000);
  const words = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  if (elapsedS < MINUTE_S) return words.format(0, "second");
  if (elapsedS < HOUR_S) return words.format(-Math.floor(elapsedS / MINUTE_S), "minute");
  if (elapsedS < DAY_S) return words.format(-Math.floor(elapsedS / HOUR_S), "hour");
  if (elapsedS < 7 * DAY_S) return words.format(-Math.floor(elapsedS / DAY_S), "day");
  return null;
}
