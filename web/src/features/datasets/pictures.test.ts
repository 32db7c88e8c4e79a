import { expect, test } from "vitest";
import { needs } from "./coverage";
import { barsOf, summary } from "./histogram";
import { known } from "./measures";
import { wavePath } from "./sound/wavePath";

const HISTOGRAM = { edges: [0, 1, 2, 3], counts: [0, 8, 1] };

test("the highest bar fills the picture, and the least that is there can be seen", () => {
  const bars = barsOf({ edges: [0, 1, 2, 3], counts: [0, 800, 1] }, 300, 96, 2);
  expect(bars.map(({ height }) => height)).toEqual([0, 96, 1.5]);
  expect(bars.map(({ x }) => x)).toEqual([1, 101, 201]);
});

test("a histogram is told in few numbers", () => {
  expect(summary(HISTOGRAM)).toEqual({ count: 8, from: 1, to: 2, low: 0, high: 3 });
});

test("what a voice lacks most comes first", () => {
  const coverage = {
    phones: { a: 40, ʒ: 1 },
    ezafe: 25,
    questions: 0,
    needed: { a: 20, ʒ: 20, ezafe: 50, question: 10 },
    missing: ["ʒ", "ezafe", "question"],
    share: 0.4,
  };
  expect(needs(coverage).map(({ sound }) => sound)).toEqual(["question", "ʒ", "ezafe", "a"]);
  expect(needs(coverage)[2]).toEqual({ sound: "ezafe", heard: 25, needed: 50 });
});

test("measures come in one order, and unknown ones not at all", () => {
  expect(known({ quality: 90, wonder: 1, duration_s: 2 })).toEqual([
    ["duration_s", 2],
    ["quality", 90],
  ]);
});

test("a wave is closed around its middle, and silence is a thin line", () => {
  expect(wavePath([], 100)).toBe("");
  expect(wavePath([0, 1], 100)).toBe("M0 49.5L1 2.0L1 98.0L0 50.5Z");
});
