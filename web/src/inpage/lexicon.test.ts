import { expect, test } from "vitest";
import { wordsIn } from "./lexicon";

test("the words of an exported lexicon are found by their spelling", () => {
  expect(wordsIn("word\tipa\tspoken\nکرم\tkeˈrem\tکِرِم\nگل\tˈɡol\t\n")).toEqual({
    کرم: "keˈrem",
    گل: "ˈɡol",
  });
});
