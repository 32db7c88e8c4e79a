import { expect, test } from "vitest";
import { isUntouched, readFilters } from "./search";

test("an address says what is looked for", () => {
  expect(readFilters({ tab: "downloads", q: "persian", task: "text-to-speech", runs: true })).toMatchObject({
    tab: "downloads",
    q: "persian",
    task: "text-to-speech",
    runs: true,
  });
});

test("what an address cannot mean is nothing", () => {
  const filters = readFilters({ tab: "x", q: { a: 1 }, task: "dance", sort: 3, author: "", runs: "yes" });
  expect(Object.values(filters).filter((value) => value !== undefined)).toEqual([]);
  expect(isUntouched(filters)).toBe(true);
});

test("a number is a name too", () => {
  expect(readFilters({ q: 42 }).q).toBe("42");
});
