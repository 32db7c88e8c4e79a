import type { Standing } from "../api/shapes";

/** A checkpoint among the others. */
export interface Ranked extends Standing {
  /** The share of its trials that it won, a tie counting half; null before it was heard. */
  share: number | null;
  trials: number;
}

const HALF = 0.5;

/** The checkpoints, the best liked first; those that were not heard come last, the latest of them first. */
export function ranking(results: readonly Standing[]): Ranked[] {
  return results
    .map((result) => {
      const trials = result.wins + result.losses + result.ties;
      return { ...result, trials, share: trials > 0 ? (result.wins + HALF * result.ties) / trials : null };
    })
    .sort((one, other) => (other.share ?? -1) - (one.share ?? -1) || other.step - one.step);
}
