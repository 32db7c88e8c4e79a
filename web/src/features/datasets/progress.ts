import type { Dataset, Metadata } from "./api/shapes";

const RUNNING = new Set<Metadata["status"]>(["importing", "checking"]);

/** Whether a dataset is still coming in or being checked. */
export function isRunning({ metadata: { status } }: Pick<Dataset, "metadata">): boolean {
  return RUNNING.has(status);
}

/**
 * What to show of a dataset when something is told of it.
 *
 * Events and answers overtake each other: `seq` says which is the later.
 */
export function latest(known: Dataset, news: Partial<Metadata>): Dataset {
  if ((news.seq ?? known.metadata.seq) < known.metadata.seq) return known;
  return { ...known, metadata: { ...known.metadata, ...news } };
}
