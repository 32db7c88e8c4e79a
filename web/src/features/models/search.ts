/** The sheets of the Models page. */
export const TABS = ["find", "downloads", "installed"] as const;
export type TabName = (typeof TABS)[number];

/** The tasks one can look for, as the Hub names them. */
export const TASKS = [
  "text-to-speech",
  "automatic-speech-recognition",
  "text-generation",
  "text-classification",
  "feature-extraction",
] as const;

/** The orders of what is found, as the Hub names them. */
export const SORTS = ["downloads", "likes", "lastModified", "trendingScore"] as const;

/** What one looks for; nothing given is all there is. */
export interface Filters {
  q?: string | undefined;
  task?: (typeof TASKS)[number] | undefined;
  sort?: (typeof SORTS)[number] | undefined;
  author?: string | undefined;
  /** Only what an engine here can run. */
  runs?: boolean | undefined;
}

/** All that the address of the Models page says. */
export type ModelsAddress = Filters & { tab?: TabName | undefined };

/** Reads an address that anybody may have written. */
export function readFilters(search: Record<string, unknown>): ModelsAddress {
  const { tab, q, task, sort, author, runs } = search;
  return {
    tab: TABS.find((known) => known === tab),
    q: words(q),
    task: TASKS.find((known) => known === task),
    sort: SORTS.find((known) => known === sort),
    author: words(author),
    runs: runs === true ? true : undefined,
  };
}

/** Whether nothing at all is asked for yet. */
export function isUntouched({ q, task, sort, author, runs }: Filters): boolean {
  return !q && !task && !sort && !author && !runs;
}

// The router reads an address as JSON where it can, so a search for "42" arrives as a number.
function words(value: unknown): string | undefined {
  const text = typeof value === "string" || typeof value === "number" ? String(value) : "";
  return text === "" ? undefined : text;
}
