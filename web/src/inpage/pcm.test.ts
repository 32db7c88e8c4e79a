import { expect, test } from "vitest";
import { pcmOf, toEven } from "./pcm";

test("a half goes to the even number, as Python and NumPy round", () => {
  expect([0.5, 1.5, 2.5, 5512.5, 7717.5, 0.4999, -0.5, -1.5].map(toEven)).toEqual([
    0, 2, 2, 5512, 7718, 0, 0, -2,
  ]);
});

test("samples are little endian, clipped at full scale, and silence follows them", () => {
  const bytes = pcmOf(Float32Array.of(0.5, -1, 1), 6, 2);
  const view = new DataView(bytes.buffer);
  expect([0, 2, 4, 6, 8].map((at) => view.getInt16(at, true))).toEqual([32689, -32767, 32767, 0, 0]);
  expect(bytes.length).toBe(10);
});
