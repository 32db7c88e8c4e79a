import { expect, test } from "vitest";
import { aDataset } from "@/testing/datasets";
import { isRunning, latest } from "./progress";

test("an import and its check run, and what is ready does not", () => {
  const statuses = ["importing", "checking", "ready", "failed"] as const;
  expect(statuses.map((status) => isRunning(aDataset({ status })))).toEqual([true, true, false, false]);
});

test("what was told later stands, whichever way it came", () => {
  const known = aDataset({ status: "checking", seq: 5, progress: 60 });
  expect(latest(known, { seq: 4, progress: 40 })).toBe(known);
  expect(latest(known, { seq: 6, progress: 70 }).metadata).toMatchObject({ seq: 6, progress: 70 });
});

test("an event leaves alone what it does not tell of", () => {
  const known = aDataset({ license: "CC0-1.0", seq: 1 });
  expect(latest(known, { seq: 2, status: "checking" }).metadata.license).toBe("CC0-1.0");
});
