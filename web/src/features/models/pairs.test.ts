import { expect, test } from "vitest";
import { sortFiles } from "./pairs";

const files = (...names: string[]) => names.map((name) => new File(["x"], name));
const sorted = (...names: string[]) => {
  const parcel = sortFiles(files(...names));
  return "wrong" in parcel ? parcel : parcel.files.map(({ name }) => name);
};

test("a bundle comes by itself", () => {
  expect(sorted("amir.tar")).toEqual(["amir.tar"]);
  expect(sorted("amir.tar", "a.onnx")).toEqual({ wrong: "bundleAlone", name: "amir.tar" });
});

test("voices come in pairs, and what lies beside them stays", () => {
  expect(sorted("a.onnx.json", "b.onnx", "a.onnx", "b.onnx.json", "README.md")).toEqual([
    "b.onnx",
    "a.onnx",
    "a.onnx.json",
    "b.onnx.json",
  ]);
});

test.each([["a.onnx"], ["a.onnx.json"]])("half a pair is told: %s", (name) => {
  expect(sorted(name)).toEqual({ wrong: "pair", name });
});

test("what is no model is told", () => {
  expect(sorted("photo.png")).toEqual({ wrong: "nothing", name: "photo.png" });
});
