import { expect, test } from "vitest";
import type { Sample } from "./api/shapes";
import { momentsOf } from "./moments";

const sample = (step: number, text: string, id = `${step} ${text}`): Sample => ({
  id,
  step,
  kind: text ? "audio" : "alignment",
  text,
  url: `/file/${id}`,
  created_at: "2026-11-21T12:00:00Z",
});

test("samples are told by the step they were made at, sentences and pictures apart", () => {
  const moments = momentsOf([sample(20, "سلام"), sample(5, "سلام"), sample(20, "نان"), sample(20, "")]);
  expect(moments.map(({ step }) => step)).toEqual([5, 20]);
  expect(moments[1]?.sentences.map(({ text }) => text)).toEqual(["سلام", "نان"]);
  expect(moments[1]?.pictures).toHaveLength(1);
});

test("what was made again at a step is heard as it is now", () => {
  const [moment] = momentsOf([sample(5, "سلام", "old"), sample(5, "سلام", "new")]);
  expect(moment?.sentences.map(({ id }) => id)).toEqual(["new"]);
});
