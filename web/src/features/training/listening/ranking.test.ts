import { expect, test } from "vitest";
import { ranking } from "./ranking";

const result = (step: number, wins: number, losses: number, ties: number) => ({
  checkpoint_id: String(step),
  step,
  wins,
  losses,
  ties,
});

test("the best liked comes first, and what nobody heard comes last", () => {
  const ranked = ranking([
    result(10, 1, 3, 0),
    result(20, 0, 0, 0),
    result(30, 2, 1, 1),
    result(40, 0, 0, 0),
  ]);
  expect(ranked.map(({ step, share }) => [step, share])).toEqual([
    [30, 0.625],
    [10, 0.25],
    [40, null],
    [20, null],
  ]);
});
