/** The sheets of a dataset's page. */
export const TABS = ["records", "report", "about"] as const;
export type TabName = (typeof TABS)[number];

/** The orders of records; a minus turns one around. */
export const SORTS = ["n", "quality", "-quality", "duration", "-duration", "rate", "-rate"] as const;

const ORDERS = {
  n: "n",
  quality: "quality",
  "-quality": "quality",
  duration: "duration",
  "-duration": "duration",
  rate: "rate",
  "-rate": "rate",
} as const;

/** Which records are shown. */
export const SHOWN = ["kept", "excluded"] as const;

/** What one looks for among the records; nothing given is all there is. */
export interface View {
  q?: string | undefined;
  problem?: string | undefined;
  sort?: (typeof SORTS)[number] | undefined;
  shown?: (typeof SHOWN)[number] | undefined;
}

/** All that the address of a dataset's page says. */
export type DatasetAddress = View & { tab?: TabName | undefined };

/** What of a view the server is asked for. */
export interface Asked {
  search?: string;
  problem?: string;
  order?: "n" | "duration" | "quality" | "rate";
  descending?: boolean;
  excluded?: boolean;
}

/** Reads an address that anybody may have written. */
export function readAddress(search: Record<string, unknown>): DatasetAddress {
  const { tab, q, problem, sort, shown } = search;
  return {
    tab: TABS.find((known) => known === tab),
    q: words(q),
    problem: /^[a-z_]+$/.test(words(problem) ?? "") ? words(problem) : undefined,
    sort: SORTS.find((known) => known === sort),
    shown: SHOWN.find((known) => known === shown),
  };
}

/** Says a view as the server's list of records does. */
export function asked({ q, problem, sort = "n", shown }: View): Asked {
  return {
    ...(q && { search: q }),
    ...(problem && { problem }),
    ...(sort !== "n" && { order: ORDERS[sort], descending: sort.startsWith("-") }),
    ...(shown && { excluded: shown === "excluded" }),
  };
}

/** Whether all records are shown. */
export function isUnfiltered({ q, problem, shown }: View): boolean {
  return !q && !problem && !shown;
}

/** Where one records into a dataset. */
export function recorderOf(id: string): string {
  return `/datasets/${id}/record`;
}

// The router reads an address as JSON where it can, so a search for "42" arrives as a number.
function words(value: unknown): string | undefined {
  const text = typeof value === "string" || typeof value === "number" ? String(value) : "";
  return text === "" ? undefined : text;
}
