import { expect, test } from "vitest";
import { linesOf, decoded } from "./lines";
import { romanised } from "./romanised";

test("sentences stand one a line, each once", () => {
  expect(linesOf("سلام.\r\n\n  خوبی؟ \nسلام.\n")).toEqual(["سلام.", "خوبی؟"]);
});

test("text files of any age are read", () => {
  const bytes = (...values: number[]) => new Uint8Array(values).buffer;
  expect(decoded(bytes(0xd8, 0xb3, 0xd9, 0x84))).toBe("سل");
  expect(decoded(bytes(0xd3, 0xe1, 0xc7, 0xe3))).toBe("سلام");
  expect(decoded(bytes(0xff, 0xfe, 0x33, 0x06))).toBe("س");
  expect(decoded(bytes(0xfe, 0xff, 0x06, 0x33))).toBe("س");
});

test("a hint is written as people write Persian in Latin letters", () => {
  expect(["ketˈɑːb", "ʔɑftˈɑːb", "saʔˈat", "xˌejlˈi", "qˈɑːʒ", "tʃˈe"].map(romanised)).toEqual([
    "ketâb",
    "âftâb",
    "sa’at",
    "kheyli",
    "ghâzh",
    "che",
  ]);
});
