import type { Histogram } from "./api/shapes";

/** One bar of a histogram, in the units of its picture. */
export interface Bar {
  x: number;
  width: number;
  height: number;
  from: number;
  to: number;
  count: number;
}

const LEAST_SEEN = 1.5;

/** The bars of a picture of this size; what holds anything at all can be seen. */
export function barsOf({ edges, counts }: Histogram, width: number, height: number, gap: number): Bar[] {
  const most = Math.max(1, ...counts);
  const step = width / Math.max(1, counts.length);
  return counts.map((count, at) => ({
    x: at * step + gap / 2,
    width: Math.max(0.5, step - gap),
    height: count === 0 ? 0 : Math.max(LEAST_SEEN, (count / most) * height),
    from: edges[at] ?? 0,
    to: edges[at + 1] ?? 0,
    count,
  }));
}

/** A histogram in few numbers: where most records lie, and where all of them do. */
export function summary({ edges, counts }: Histogram) {
  const most = Math.max(...counts);
  const at = counts.indexOf(most);
  return {
    count: most,
    from: edges[at] ?? 0,
    to: edges[at + 1] ?? 0,
    low: edges[0] ?? 0,
    high: edges.at(-1) ?? 0,
  };
}
