import { expect, test } from "vitest";
import { asked, isUnfiltered, readAddress } from "./address";

test("an address says what is looked for", () => {
  const address = { tab: "report", q: "سلام", problem: "too_fast", sort: "-quality", shown: "excluded" };
  expect(readAddress(address)).toEqual(address);
  expect(readAddress({ q: 42 }).q).toBe("42");
});

test("what an address cannot mean is nothing", () => {
  const address = readAddress({ tab: "x", q: { a: 1 }, problem: "a b", sort: "size", shown: true });
  expect(Object.values(address).filter((value) => value !== undefined)).toEqual([]);
  expect(isUnfiltered(address)).toBe(true);
});

test("a view is asked for in the server's words", () => {
  expect(asked({})).toEqual({});
  expect(asked({ sort: "n" })).toEqual({});
  expect(asked({ q: "نان", problem: "noisy", sort: "-duration", shown: "kept" })).toEqual({
    search: "نان",
    problem: "noisy",
    order: "duration",
    descending: true,
    excluded: false,
  });
  expect(asked({ sort: "rate", shown: "excluded" })).toEqual({
    order: "rate",
    descending: false,
    excluded: true,
  });
});
