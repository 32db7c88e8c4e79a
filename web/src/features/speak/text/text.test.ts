import { Blob as WholeBlob } from "node:buffer";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { fileNameFor } from "./fileName";
import { countCharacters, utf16Offsets } from "./offsets";
import { glimpseOf, paragraphsOf, piecesOf, withoutTags } from "./pieces";
import { decodeText, NotPlainText, readTextFile } from "./readTextFile";

beforeAll(() => {
  // What jsdom calls a Blob cannot be read; Node's is the whole standard.
  vi.stubGlobal("Blob", WholeBlob);
});

describe("offsets", () => {
  it("count code points as the server does, and cut text where it means", () => {
    const text = "سلام 😀👍🏽 دنیا 🌍!";
    const characters = [...text];
    const toUtf16 = utf16Offsets(text);
    for (let from = 0; from <= characters.length; from += 1) {
      for (let to = from; to <= characters.length; to += 1) {
        expect(text.slice(toUtf16(from), toUtf16(to))).toBe(characters.slice(from, to).join(""));
      }
    }
  });

  it.each(["", "سلام", "😀", "a😀b👨‍👩‍👧", "\uD83D half", "\uDE00\uD83D"])("count %j as code points", (text) => {
    expect(countCharacters(text)).toBe([...text].length);
  });
});

describe("the pieces of the read view", () => {
  const text = "😀 سلام. خوبی؟\nآری";

  it("are the text again when joined, whatever has arrived", () => {
    const spans = [
      { textStart: 2, textEnd: 7 },
      { textStart: 8, textEnd: 13 },
      { textStart: 14, textEnd: 17 },
    ];
    for (let arrived = 0; arrived <= spans.length; arrived += 1) {
      const pieces = piecesOf(text, spans.slice(0, arrived));
      expect(pieces.map((piece) => piece.text).join("")).toBe(text);
    }
    const spoken = piecesOf(text, spans).filter((piece) => piece.clip !== null);
    expect(spoken).toEqual([
      { text: "سلام.", clip: 0 },
      { text: "خوبی؟", clip: 1 },
      { text: "آری", clip: 2 },
    ]);
  });

  it("do not repeat text that two passages claim", () => {
    const pieces = piecesOf("abcd", [
      { textStart: 0, textEnd: 3 },
      { textStart: 2, textEnd: 4 },
    ]);
    expect(pieces.map((piece) => piece.text)).toEqual(["abc", "d"]);
  });

  it("stand in the paragraphs of the text, and no paragraph is endless", () => {
    const paragraphs = paragraphsOf(piecesOf(text, [{ textStart: 14, textEnd: 17 }]));
    expect(paragraphs.map((paragraph) => paragraph.map((piece) => piece.text))).toEqual([
      ["😀 سلام. خوبی؟\n"],
      ["آری"],
    ]);
    const endless = Array.from({ length: 100 }, (_, clip) => ({ text: "آری.", clip }));
    expect(paragraphsOf(endless).map((paragraph) => paragraph.length)).toEqual([40, 40, 20]);
    expect(paragraphsOf(endless).flat()).toEqual(endless);
  });

  it("give a glimpse of a long text that is still to come", () => {
    expect(glimpseOf("آری")).toBe("آری");
    expect(glimpseOf("😀".repeat(700))).toBe(`${"😀".repeat(600)}…`);
  });

  it("show SSML without its tags", () => {
    expect(withoutTags('<s>الف &amp; ب<break time="1s"/></s><!-- x -->&lt;')).toBe("الف & ب<");
    expect(withoutTags("&amp;lt;")).toBe("&lt;");
  });
});

describe("a file name", () => {
  it.each([
    ["سلام، دنیا! حال شما چطور است؟", "سلام دنیا حال شما چطور است.mp3"],
    ["می‌روم", "می‌روم.mp3"],
    ["../../etc/passwd", "etc passwd.mp3"],
    ['a<b>:"c"|d?*', "a b c d.mp3"],
    ["😀", "bazgoo.mp3"],
    ["", "bazgoo.mp3"],
    ["واژه ".repeat(30), `${"واژه ".repeat(8).trim()}.mp3`],
    ["ا".repeat(100), `${"ا".repeat(40)}.mp3`],
  ])("for %j is made of its first words", (text, name) => {
    expect(fileNameFor(text, "mp3")).toBe(name);
  });
});

describe("a text file", () => {
  it.each([
    ["UTF-8", [0xd8, 0xb3, 0xd9, 0x84]],
    ["UTF-8 with a mark", [0xef, 0xbb, 0xbf, 0xd8, 0xb3, 0xd9, 0x84]],
    ["UTF-16 little-endian", [0xff, 0xfe, 0x33, 0x06, 0x44, 0x06]],
    ["UTF-16 big-endian", [0xfe, 0xff, 0x06, 0x33, 0x06, 0x44]],
    ["Windows-1256", [0xd3, 0xe1]],
  ])("in %s is read", (_, bytes) => {
    expect(decodeText(new Uint8Array(bytes))).toBe("سل");
  });

  it("has plain line ends", async () => {
    expect(await readTextFile(new Blob(["a\r\nb\rc\n"]))).toBe("a\nb\nc\n");
  });

  it("that is no text is refused", async () => {
    await expect(readTextFile(new Blob([new Uint8Array([0x89, 0x50, 0, 1])]))).rejects.toBeInstanceOf(
      NotPlainText,
    );
  });
});
