import { expect, test } from "vitest";
import type { Metrics, Row } from "../api/shapes";
import { compared, pictureOf, thinned, valuesIn, withRow } from "./curves";

const row = (step: number, metrics: Metrics): Row => ({
  step,
  epoch: 1,
  metrics,
  created_at: "2026-11-21T12:00:00Z",
});

const ROWS = [
  row(1, { loss: 3, learning_rate: 0.1, steps_per_s: 4 }),
  row(2, { loss: 2, val_loss: 2.5, mel: 1 }),
  row(3, { loss: NaN, val_loss: 2.5 }),
  row(4, { loss: 1, val_loss: 2 }),
];

test("each value has its chart, and the speed has none", () => {
  expect(pictureOf(ROWS, "rate")).toEqual({ steps: [1], curves: [{ name: "learning_rate", values: [0.1] }] });
  expect(pictureOf(ROWS, "parts")).toEqual({ steps: [2], curves: [{ name: "mel", values: [1] }] });
  expect(pictureOf(ROWS, "accuracy")).toBeNull();
  expect(valuesIn(ROWS)).toEqual(["loss", "learning_rate", "val_loss", "mel"]);
});

test("objectives stand with the loss, their gradients and what is validated by themselves", () => {
  const rows = [row(1, { acoustic_loss: 1, acoustic_gradient_norm: 2, val_mel: 3 })];
  const names = (["loss", "gradient", "checked", "parts"] as const).map((subject) =>
    pictureOf(rows, subject)?.curves.map(({ name }) => name),
  );
  expect(names).toEqual([["acoustic_loss"], ["acoustic_gradient_norm"], ["val_mel"], undefined]);
});

test("what is no number or was measured before is not drawn", () => {
  expect(pictureOf(ROWS, "loss")).toEqual({
    steps: [1, 2, 3, 4],
    curves: [
      { name: "loss", values: [3, 2, null, 1] },
      { name: "val_loss", values: [null, 2.5, null, 2] },
    ],
  });
});

test("trainings are compared over the steps of all of them", () => {
  const other = [row(2, { loss: 5 }), row(9, { loss: 4 })];
  expect(
    compared(
      [
        { name: "a", rows: ROWS },
        { name: "b", rows: other },
      ],
      "loss",
    ),
  ).toEqual({
    steps: [1, 2, 4, 9],
    curves: [
      { name: "a", values: [3, 2, 1, null] },
      { name: "b", values: [null, 5, null, 4] },
    ],
  });
  expect(compared([{ name: "a", rows: ROWS }], "nothing")).toBeNull();
});

test("live rows come after those that are known, and close ones are left out", () => {
  const rows = [row(100, {}), row(200, {})];
  expect(withRow(rows, row(300, {}), 1000).map(({ step }) => step)).toEqual([100, 200, 300]);
  expect(withRow(rows, row(205, {}), 10_000).map(({ step }) => step)).toEqual([100, 200]);
  expect(withRow([], row(1, {}), 10_000)).toHaveLength(1);
});

test("a step that is done again takes the place of what came after it", () => {
  const rows = [row(100, { loss: 1 }), row(200, { loss: 1 }), row(300, { loss: 1 })];
  expect(withRow(rows, row(200, { loss: 2 }), 1_000_000).map(({ metrics }) => metrics.loss)).toEqual([1, 2]);
});

test("of many a few are kept, with the first and the last", () => {
  const many = Array.from({ length: 101 }, (_, at) => at);
  expect(thinned(many, 5)).toEqual([0, 25, 50, 75, 100]);
  expect(thinned([1, 2], 5)).toEqual([1, 2]);
});
