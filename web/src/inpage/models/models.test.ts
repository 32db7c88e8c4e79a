import { describe, expect, test } from "vitest";
import { Fourier } from "./features/fourier";
import { numberOf, numbersIn } from "./features/numbers";
import { pictureShape } from "./features/picture";
import { readWav } from "./features/wav";
import { look } from "./finding";
import { meaningOf, tell } from "./telling";
import { ModelTrouble, troubleOf } from "./trouble";
import type { ModelSource } from "./types";

const { signal } = new AbortController();
const tensor = (...values: number[]) => ({ shape: [1, values.length], values });

describe("what the numbers of an output are", () => {
  test("they are probabilities when together they are 1, else logits or values", () => {
    expect(meaningOf(tensor(0.25, 0.75))).toBe("probabilities");
    expect(meaningOf(tensor(0.9))).toBe("probabilities");
    expect(meaningOf(tensor(2, -1))).toBe("logits");
    expect(meaningOf(tensor(0.9, 0.9))).toBe("values");
    expect(meaningOf(tensor(21.5))).toBe("values");
  });
  test("the softmax of logits is told, the highest first and by its label", () => {
    const [first, second] = tell(tensor(0, Math.log(3)), "logits", ["a", "b"]);
    expect(first?.label).toBe("b");
    expect(first?.value).toBeCloseTo(0.75, 12);
    expect(second?.value).toBeCloseTo(0.25, 12);
  });
});

test("numbers are read as people write them", () => {
  expect(["۱۲٫۵", " 1,250 ", "−3e2", ".5"].map(numberOf)).toEqual([12.5, 1250, -300, 0.5]);
  expect(["", "سرخ", "0x10", "Infinity", "1e999"].map(numberOf)).toEqual([NaN, NaN, NaN, NaN, NaN]);
  expect(numbersIn("۱، 2; 3\n4")).toEqual([1, 2, 3, 4]);
  expect(numbersIn("1 دو")).toBeNull();
});

test.each([8, 12])("the power of %i points is what its definition says", (size) => {
  const frame = Float64Array.from({ length: size - 2 }, (_, n) => Math.sin(n * n));
  const power = new Float64Array(size / 2 + 1);
  new Fourier(size).power(frame, power);
  power.forEach((value, bin) => {
    const sum = (of: (angle: number) => number) =>
      frame.reduce((total, sample, n) => total + sample * of((2 * Math.PI * bin * n) / size), 0);
    expect(value).toBeCloseTo(sum(Math.cos) ** 2 + sum(Math.sin) ** 2, 9);
  });
});

test("a tensor of four sides with one, three or four colours is a picture", () => {
  const spec = (...shape: (number | null)[]) => ({ name: "x", dtype: "float32", shape });
  expect(pictureShape(spec(1, 3, 224, 200))).toMatchObject({ channelsFirst: true, height: 224, width: 200 });
  expect(pictureShape(spec(null, 28, 28, 1))).toMatchObject({ channelsFirst: false, channels: 1 });
  expect(pictureShape(spec(1, 7, 28, 28))).toBeNull();
  expect(pictureShape(spec(1, 320))).toBeNull();
});

test("a WAV of two channels becomes their mean, and what is none is none", () => {
  const wav = new DataView(new ArrayBuffer(52));
  const tag = (at: number, name: string) =>
    [...name].forEach((letter, n) => wav.setUint8(at + n, letter.charCodeAt(0)));
  tag(0, "RIFF");
  tag(8, "WAVEfmt ");
  wav.setUint32(16, 16, true);
  wav.setUint16(20, 1, true);
  wav.setUint16(22, 2, true);
  wav.setUint32(24, 22_050, true);
  wav.setUint16(34, 16, true);
  tag(36, "data");
  wav.setUint32(40, 8, true);
  [16_384, 0, -32_768, 32_767].forEach((sample, n) => wav.setInt16(44 + 2 * n, sample, true));
  const sound = readWav(wav.buffer);
  expect(sound?.sampleRateHz).toBe(22_050);
  expect([...(sound?.samples ?? [])]).toEqual([0.25, Math.fround(-1 / 65_536)]);
  expect(readWav(new ArrayBuffer(3))).toBeNull();
});

describe("what is found among files", () => {
  const source = (files: Record<string, string>): ModelSource => ({
    name: "m",
    files: Object.entries(files).map(([path, content]) => ({ path, bytes: content.length })),
    read: (path) => Promise.resolve(new TextEncoder().encode(files[path]).buffer),
  });
  const topology = JSON.stringify({
    modelTopology: {},
    weightsManifest: [{ paths: ["w.bin"], weights: [] }],
  });

  test("what takes least comes first, and labels come along", async () => {
    const files = {
      "model.onnx": "x",
      "tfjs/model.json": topology,
      "tfjs/w.bin": "1234",
      "labels.txt": "a\nb\n",
    };
    const { models, labels } = await look(source(files), signal);
    expect(models.map(({ kind, path }) => [kind, path])).toEqual([
      ["layers", "tfjs/model.json"],
      ["onnx", "model.onnx"],
    ]);
    expect(labels).toEqual(["a", "b"]);
  });
  test("a voice is no model to try, and missing weights are named", async () => {
    await expect(look(source({ "v.onnx": "x", "v.onnx.json": "{}" }), signal)).rejects.toMatchObject({
      code: "notAModel",
    });
    await expect(look(source({ "model.json": topology }), signal)).rejects.toMatchObject({
      code: "fileMissing",
      data: { file: "w.bin" },
    });
  });
});

test.each([
  ["Unknown layer: Lambda. This may be due to", "operatorUnsupported"],
  ["std::bad_alloc", "tooLarge"],
  ["no available backend found. ERR: [wasm]", "runtimeUnavailable"],
  ["protobuf parsing failed", "modelBroken"],
])("“%s” is told as %s", (words, code) => {
  expect(troubleOf(new Error(words))).toEqual(expect.objectContaining({ code }));
  expect(troubleOf(new Error(words))).toBeInstanceOf(ModelTrouble);
});
