import { expect, test } from "vitest";
import { readAsked, sharedText } from "./address";

test.each([
  [{ title: "خبر", text: "باران آمد." }, "خبر\nباران آمد."],
  [{ title: "خبر", text: "خبر" }, "خبر"],
  [{ title: "خبر", text: "https://example.org/1" }, "خبر"],
  [{ url: "https://example.org/1" }, "https://example.org/1"],
  [{ text: "یک\r\nدو\u0000\u001b" }, "یک\nدو"],
  [{ text: "\u202eوارونه\u202c" }, "وارونه"],
  [{ text: "می‌خوانم" }, "می‌خوانم"],
  [{ title: " \n" }, undefined],
  [{}, undefined],
])("%j is shared as %j", (given, text) => {
  expect(sharedText(`?${new URLSearchParams(given as Record<string, string>).toString()}`)).toBe(text);
});

test("a text that is too long is cut between characters", () => {
  const text = sharedText(`?text=${encodeURIComponent("😀".repeat(100_001))}`) ?? "";
  expect([...text]).toHaveLength(100_000);
  expect(() => encodeURIComponent(text)).not.toThrow();
});

test("a percent sign that means nothing breaks nothing", () => {
  expect(sharedText("?text=%E0%A4%A&title=%")).toBeDefined();
});

test.each([
  [
    { voice: "fa", text: "سلام" },
    { voice: "fa", text: "سلام" },
  ],
  [{ text: 110 }, { text: "110" }],
  [{ voice: ["fa"], text: { a: 1 } }, {}],
  [{ text: "" }, {}],
])("an address with %j asks for %j", (search, asked) => {
  expect(readAsked(search)).toEqual(asked);
});
