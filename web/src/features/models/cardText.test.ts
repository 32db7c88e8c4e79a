import { expect, test } from "vitest";
import { readCard } from "./cardText";

test("headings, lines that belong together, items and code are told apart", () => {
  expect(readCard("# صدا\n\nیک\nدو\n\n- **سه**\n1. `چهار`\n\n```sh\npiper -m x\n```\n")).toEqual([
    { kind: "heading", text: "صدا" },
    { kind: "paragraph", text: "یک دو" },
    { kind: "item", text: "سه" },
    { kind: "item", text: "چهار" },
    { kind: "code", text: "piper -m x" },
  ]);
});

test("HTML, scripts, comments and pictures are left out", () => {
  const card = `<!-- a -->\n<script>alert(1)</script><img src=x onerror="alert(1)">\n![p](q.png)\n<b>متن</b>`;
  expect(readCard(card)).toEqual([{ kind: "paragraph", text: "متن" }]);
});

test("links keep their words and rules are no text", () => {
  expect(readCard("[کارت](javascript:alert(1))\r\n\r\n---\r\n\r\n| --- | --- |")).toEqual([
    { kind: "paragraph", text: expect.stringContaining("کارت") as string },
  ]);
});

test("HTML within code stays code", () => {
  expect(readCard("```\n<script>x</script>\n```")).toEqual([{ kind: "code", text: "<script>x</script>" }]);
});
