import { expect, test } from "vitest";
import { bytesOf } from "./wav";

const text = (view: DataView, at: number) =>
  String.fromCharCode(...[0, 1, 2, 3].map((offset) => view.getUint8(at + offset)));

function fileOf(samples: number[], sampleRateHz = 44_100): DataView {
  return new DataView(bytesOf({ samples: new Float32Array(samples), sampleRateHz }));
}

test("a take is a WAV file of 16 bits, mono, at the rate of the device", () => {
  const file = fileOf([0, 0, 0], 44_100);
  expect([text(file, 0), text(file, 8), text(file, 12), text(file, 36)]).toEqual([
    "RIFF",
    "WAVE",
    "fmt ",
    "data",
  ]);
  expect(file.getUint16(20, true)).toBe(1);
  expect(file.getUint16(22, true)).toBe(1);
  expect(file.getUint32(24, true)).toBe(44_100);
  expect(file.getUint32(28, true)).toBe(88_200);
  expect(file.getUint16(32, true)).toBe(2);
  expect(file.getUint16(34, true)).toBe(16);
  expect(file.getUint32(40, true)).toBe(6);
  expect([file.getUint32(4, true), file.byteLength]).toEqual([42, 50]);
});

test("samples are rounded to 16 bits, and what is too loud stays at full scale", () => {
  const file = fileOf([0, 0.5, -0.5, 1, -1, 1.7, -1.7]);
  const samples = Array.from({ length: 7 }, (_, at) => file.getInt16(44 + 2 * at, true));
  expect(samples).toEqual([0, 16_384, -16_383, 32_767, -32_767, 32_767, -32_767]);
});
