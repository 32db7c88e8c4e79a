import { expect, test } from "vitest";
import { aTraining } from "@/testing/trainings";
import { canGoOn, isOver, isUnderWay, latest, latestOf } from "./progress";

test("what was told later is shown, whatever arrives last", () => {
  const paused = aTraining({ seq: 8, status: "paused" });
  expect(latest(paused, { seq: 7, status: "running" })).toBe(paused);
  expect(latest(paused, { seq: 9, status: "running" })).toMatchObject({ seq: 9, status: "running" });
  expect(latestOf([paused], [aTraining({ seq: 7 })])).toEqual([paused]);
});

test("a training that is not in the list any more is not shown", () => {
  expect(latestOf([aTraining()], [])).toEqual([]);
});

test.each([
  ["queued", true, false, false],
  ["running", true, false, false],
  ["paused", false, false, true],
  ["completed", false, true, false],
  ["failed", false, true, true],
  ["cancelled", false, true, false],
] as const)("%s", (status, underWay, over, goesOn) => {
  expect([isUnderWay({ status }), isOver({ status }), canGoOn({ status })]).toEqual([underWay, over, goesOn]);
});
