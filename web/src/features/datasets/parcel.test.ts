import { expect, test } from "vitest";
import { kindOf, sortFiles, titleOf } from "./parcel";

const file = (name: string) => new File(["x"], name);

test("an archive, a table or a recording is taken by itself", () => {
  for (const name of ["صدا.zip", "A.TAR.GZ", "texts.csv", "rows.jsonl", "long.flac"]) {
    expect(sortFiles([file(name)])).toMatchObject({ file: { name } });
  }
});

test("a long recording is taken with its text", () => {
  const parcel = sortFiles([file("متن.txt"), file("کتاب.mp3")]);
  expect(parcel).toMatchObject({ file: { name: "کتاب.mp3" }, script: { name: "متن.txt" } });
});

test("anything else is told", () => {
  expect(sortFiles([])).toMatchObject({ wrong: "nothing" });
  expect(sortFiles([file("a.wav"), file("b.wav")])).toMatchObject({ wrong: "many" });
  expect(sortFiles([file("a.docx")])).toEqual({ wrong: "unknown", name: "a.docx" });
  expect(sortFiles([file("a.txt")])).toMatchObject({ wrong: "unknown" });
});

test("a name tells what is in a file, and what it may be called", () => {
  expect([kindOf("a.tsv"), kindOf("a.zip"), kindOf("a.wav")]).toEqual(["text", "audio", "audio"]);
  expect([titleOf("صدای من.tar.gz"), titleOf("a.b.zip"), titleOf("بی‌پسوند")]).toEqual([
    "صدای من",
    "a.b",
    "بی‌پسوند",
  ]);
});
