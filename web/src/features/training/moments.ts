import type { Sample } from "./api/shapes";

/** What was made at one step: sentences to hear, and pictures to look at. */
export interface Moment {
  step: number;
  sentences: Sample[];
  pictures: Sample[];
}

/** The samples by the step they were made at, from the first to the last; what was made again counts as it is now. */
export function momentsOf(samples: readonly Sample[]): Moment[] {
  const byStep = new Map<number, Map<string, Sample>>();
  for (const sample of samples) {
    const made = byStep.get(sample.step) ?? new Map<string, Sample>();
    byStep.set(sample.step, made.set(`${sample.kind} ${sample.text}`, sample));
  }
  return [...byStep]
    .sort(([one], [other]) => one - other)
    .map(([step, made]) => {
      const all = [...made.values()];
      return {
        step,
        sentences: all.filter(({ kind }) => kind === "audio"),
        pictures: all.filter(({ kind }) => kind === "alignment"),
      };
    });
}
