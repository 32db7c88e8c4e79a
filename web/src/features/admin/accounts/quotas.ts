/** Each quota beside what of it is used. */
export const QUOTAS = [
  { name: "characters_per_day", used: "characters_today" },
  { name: "audio_minutes_per_day", used: "audio_minutes_today" },
  { name: "disk_mb", used: "disk_mb" },
  { name: "trainings", used: "trainings" },
] as const;

/** One of them. */
export type QuotaPart = (typeof QUOTAS)[number];

/** What someone wrote as a number; null when nothing stands there. */
export function readNumber(written: string): number | null {
  return written.trim() === "" ? null : Number(written);
}
