import type { Fetched } from "./types";

/** Adds up what comes in by several ways: each call gives a new way, `hear` is told of all. */
export function adding(hear: (fetched: Fetched) => void): () => (fetched: Fetched) => void {
  const ways: Fetched[] = [];
  return () => {
    const way = ways.push({ loaded: 0, total: 0 }) - 1;
    return (fetched) => {
      ways[way] = fetched;
      const begun = ways.filter(({ loaded }) => loaded > 0);
      const known = begun.every(({ total }) => total > 0);
      const sum = (of: keyof Fetched) => begun.reduce((total, each) => total + each[of], 0);
      hear({ loaded: sum("loaded"), total: known ? sum("total") : 0 });
    };
  };
}
