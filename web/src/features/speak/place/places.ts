/** Where speech can be made. */
export const PLACES = ["server", "browser"] as const;
export type Place = (typeof PLACES)[number];

/** Where a person wants it to be made. */
export const WISHES = ["automatic", "browser", "server"] as const;
export type Wish = (typeof WISHES)[number];

/** What decides where speech is made when nobody says so. */
export interface Circumstances {
  /** Whether the files of the voice can be run by a page. */
  runsInBrowser: boolean;
  /** Whether this browser has them already. */
  kept: boolean;
  /** Whether the server answered when it was last asked. */
  reachable: boolean;
}

/** The places to try, in order: one, or two where the second may stand in for the first. */
export type Plan = readonly [Place, ...Place[]];

/** Where to have a text spoken. */
export function planFor(wish: Wish, { runsInBrowser, kept, reachable }: Circumstances): Plan {
  if (wish !== "automatic") return [wish];
  if (!runsInBrowser) return ["server"];
  return kept || !reachable ? ["browser", "server"] : ["server", "browser"];
}
