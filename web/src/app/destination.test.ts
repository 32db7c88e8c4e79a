import { expect, test } from "vitest";
import { destination } from "@/app/destination";

test.each(["/status", "/settings?tab=keys", "/speak#text"])("%s is inside the studio", (next) => {
  expect(destination(next)).toBe(next);
});

test.each([
  "https://example.org",
  "//example.org",
  "/\\example.org",
  "javascript:alert(1)",
  "",
  7,
  undefined,
])("%s is not a place to go after logging in", (next) => {
  expect(destination(next)).toBeUndefined();
});
