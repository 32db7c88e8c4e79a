import type { Download } from "../api/downloads";

const RUNNING = new Set<Download["status"]>(["pending", "downloading"]);
const OVER = new Set<Download["status"]>(["completed", "cancelled"]);

/** Whether bytes are on their way, or will be without anybody's doing. */
export function isRunning({ status }: Pick<Download, "status">): boolean {
  return RUNNING.has(status);
}

/** Whether nothing more will happen to it. */
export function isOver({ status }: Pick<Download, "status">): boolean {
  return OVER.has(status);
}

/**
 * What to show of a download when something is told of it.
 *
 * Events and answers overtake each other: `seq` says which is the later, and bytes that were shown are not taken
 * back while it runs.
 */
export function latest(known: Download | undefined, told: Download): Download {
  if (known?.id !== told.id) return told;
  if (told.seq < known.seq) return known;
  if (!isRunning(known) || !isRunning(told) || told.bytes_downloaded >= known.bytes_downloaded) return told;
  return { ...told, bytes_downloaded: known.bytes_downloaded, progress: known.progress };
}

/** The list to show when the server has told a new one. */
export function latestOf(known: readonly Download[], told: readonly Download[]): Download[] {
  const before = new Map(known.map((download) => [download.id, download]));
  return told.map((download) => latest(before.get(download.id), download));
}

/** Those that ran a moment ago and have come to their end. */
export function justCompleted(before: readonly Download[], now: readonly Download[]): Download[] {
  const ran = new Set(before.filter((download) => !isOver(download)).map(({ id }) => id));
  return now.filter(({ id, status }) => status === "completed" && ran.has(id));
}
