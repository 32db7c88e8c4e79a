import { expect, test } from "vitest";
import { aField } from "@/testing/trainings";
import { configOf, faultsOf, isAs, writtenOf } from "./fields";

const RATE = aField({
  name: "learning_rate",
  type: "number",
  default: 0.001,
  minimum: null,
  exclusive_minimum: 0,
  maximum: 1,
});
const HIDDEN = aField({ name: "hidden", type: "list", default: [128, 64], minimum: null, maximum: null });
const PATIENCE = aField({ name: "patience", default: null, optional: true });
const OPTIMIZER = aField({ name: "optimizer", type: "choice", default: "adamw", choices: ["adam", "adamw"] });
const FIELDS = [aField(), RATE, HIDDEN, PATIENCE, OPTIMIZER];

test("a form begins with what the recipe has, and with what a preset says", () => {
  expect(writtenOf(FIELDS, { epochs: 3, hidden: [16] })).toEqual({
    epochs: "3",
    learning_rate: "0.001",
    hidden: "16",
    patience: "",
    optimizer: "adamw",
  });
});

test("only what is not as the recipe has it is sent, in its own type", () => {
  const written = writtenOf(FIELDS, {});
  expect(configOf(FIELDS, written)).toEqual({});
  expect(
    configOf(FIELDS, {
      ...written,
      epochs: "۲۰",
      learning_rate: "۰٫۰۱",
      hidden: "۳۲، ۱۶",
      optimizer: "adam",
    }),
  ).toEqual({ epochs: 20, learning_rate: 0.01, hidden: [32, 16], optimizer: "adam" });
});

test("a preset is known by what is written", () => {
  const quick = { epochs: 3 };
  expect(isAs(FIELDS, writtenOf(FIELDS, quick), quick)).toBe(true);
  expect(isAs(FIELDS, { ...writtenOf(FIELDS, quick), epochs: "4" }, quick)).toBe(false);
});

test.each([
  ["", { kind: "missing" }],
  ["ده", { kind: "number" }],
  ["1.5", { kind: "whole" }],
  ["0", { kind: "range", least: 1, most: 100, above: false, below: false }],
  ["101", { kind: "range", least: 1, most: 100, above: false, below: false }],
])("%j is no number of epochs", (text, fault) => {
  expect(faultsOf([aField()], { epochs: text })).toEqual({ epochs: fault });
});

test("a border may itself be forbidden", () => {
  expect(faultsOf([RATE], { learning_rate: "0" })).toEqual({
    learning_rate: { kind: "range", least: 0, most: 1, above: true, below: false },
  });
  const dropout = aField({
    type: "number",
    name: "dropout",
    minimum: 0,
    maximum: null,
    exclusive_maximum: 1,
  });
  expect(faultsOf([dropout], { dropout: "1" })).toMatchObject({
    dropout: { kind: "range", most: 1, below: true },
  });
});

test("what may be empty is right when it is", () => {
  expect(faultsOf([PATIENCE, HIDDEN, OPTIMIZER], { patience: "", hidden: "", optimizer: "adam" })).toEqual(
    {},
  );
  expect(configOf([HIDDEN], { hidden: "" })).toEqual({ hidden: [] });
  expect(configOf([PATIENCE], { patience: "" })).toEqual({});
});
