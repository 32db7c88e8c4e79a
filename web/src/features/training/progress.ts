import type { Training } from "./api/shapes";

type Standing = Pick<Training, "status">;

const UNDER_WAY = new Set<Training["status"]>(["queued", "running"]);
const OVER = new Set<Training["status"]>(["completed", "failed", "cancelled"]);

/** Whether it learns, or will without anybody's doing. */
export function isUnderWay({ status }: Standing): boolean {
  return UNDER_WAY.has(status);
}

/** Whether it has come to an end. */
export function isOver({ status }: Standing): boolean {
  return OVER.has(status);
}

/** Whether it can go on from a saved state. */
export function canGoOn({ status }: Standing): boolean {
  return status === "paused" || status === "failed";
}

/**
 * What to show of a training when something is told of it.
 *
 * Events and answers overtake each other: `seq` says which is the later.
 */
export function latest(known: Training | undefined, told: Partial<Training>): Training | undefined {
  if (known === undefined || (told.seq ?? known.seq) < known.seq) return known;
  return { ...known, ...told };
}

/** The list to show when the server has told a new one. */
export function latestOf(known: readonly Training[], told: readonly Training[]): Training[] {
  const before = new Map(known.map((training) => [training.id, training]));
  return told.map((training) => {
    const shown = before.get(training.id);
    return shown && shown.seq > training.seq ? shown : training;
  });
}
