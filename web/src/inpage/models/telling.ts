import type { Tensor } from "./types";

/** How a model's numbers are to be understood. */
export type Meaning = "probabilities" | "logits" | "values";

/** A label, and how likely it is right or what stands at its place. */
export interface Told {
  label: string;
  value: number;
}

/** What the numbers are by themselves: within 0–1 and together 1 (or a single one within it), or of any size. */
export function meaningOf({ values }: Tensor): Meaning {
  const all = Array.from(values);
  if (all.length === 0 || !all.every((value) => value >= -1e-6 && value <= 1 + 1e-6)) {
    return all.length > 1 ? "logits" : "values";
  }
  const sum = all.reduce((total, value) => total + value, 0);
  return all.length === 1 || Math.abs(sum - 1) < 1e-3 ? "probabilities" : "values";
}

/** Every label with its value, the highest first; the softmax of logits. */
export function tell({ values }: Tensor, meaning: Meaning, labels: readonly string[] | null): Told[] {
  const numbers = meaning === "logits" ? softmax(Array.from(values)) : Array.from(values);
  return numbers
    .map((value, place) => ({ label: labels?.[place] ?? String(place), value }))
    .sort((a, b) => b.value - a.value);
}

function softmax(logits: readonly number[]): number[] {
  const highest = logits.reduce((a, b) => Math.max(a, b), -Infinity);
  const powers = logits.map((logit) => Math.exp(logit - highest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
