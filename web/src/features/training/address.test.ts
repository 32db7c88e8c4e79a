import { expect, test } from "vitest";
import { readCompared, readTrainings } from "./address";

const ID = "33333333-3333-4333-8333-333333333333";
const OTHER = ID.replace("3", "4");

test("an address chooses a dataset and a recipe", () => {
  expect(readTrainings({ dataset: ID, recipe: "classifier" })).toEqual({ dataset: ID, recipe: "classifier" });
  expect(readTrainings({ dataset: "../x", recipe: "magic" })).toEqual({
    dataset: undefined,
    recipe: undefined,
  });
});

test("an address compares each training once, and nothing that is none", () => {
  expect(readCompared({ ids: [ID, OTHER, ID, 3, "x"] })).toEqual({ ids: [ID, OTHER] });
  expect(readCompared({ ids: "x" })).toEqual({ ids: [] });
});
