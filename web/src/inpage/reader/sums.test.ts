import { expect, test } from "vitest";
import { numbersOf, type StoredArrays } from "./arrays";
import { openNetworks } from "./network";
import { along, through } from "./sums";
import { openSpeller } from "./unknown";

const bytes = (numbers: Float32Array | Uint16Array | Int8Array) =>
  new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
const floats = (...numbers: number[]) => bytes(new Float32Array(numbers));

test("half precision is what IEEE 754 says", () => {
  const bits = new Uint16Array([0x3c00, 0xc000, 0x3555, 0x7bff, 0x0001, 0x8000, 0x7c00]);
  const numbers = [...numbersOf(["<f2", [7], bytes(bits)])];
  expect(numbers).toEqual([1, -2, 0.333251953125, 65504, 2 ** -24, -0, Infinity]);
});

test("whole numbers and single precision stay what they are, wherever their bytes begin", () => {
  const shifted = new Uint8Array(9);
  shifted.set(floats(1.5, -2), 1);
  expect([...numbersOf(["<f4", [2], shifted.subarray(1)])]).toEqual([1.5, -2]);
  expect([...numbersOf(["|i1", [2], bytes(new Int8Array([-3, 4]))])]).toEqual([-3, 4]);
});

test("a layer weighs what is given and adds its bias", () => {
  const layer = { weights: new Float32Array([1, 2, 3, 4]), bias: new Float32Array([10, 20]) };
  expect([...through(layer, new Float32Array([5, 6]))]).toEqual([33, 54]);
});

test("a GRU whose update gate is shut keeps its state, and with an open one takes the new", () => {
  const gru = (update: number) => ({
    input: { weights: new Float32Array(3), bias: new Float32Array([0, update, 9]) },
    recurrent: { weights: new Float32Array(3), bias: new Float32Array(3) },
  });
  const row = [new Float32Array([1]), new Float32Array([1])];
  expect(along(gru(99), 1, row).map(([state]) => state)).toEqual([0, 0]);
  expect(along(gru(-99), 1, row)[1]?.[0]).toBeCloseTo(1, 5);
});

test("networks answer by their mean, and a word is read with the next one", () => {
  const zeros = (shape: number[]) => [
    "<f4",
    shape,
    floats(...Array<number>(shape.reduce((a, b) => a * b)).fill(0)),
  ];
  const arrays = {
    words: ["|i1", [2, 2, 1], bytes(new Int8Array([0, 1, 0, 1]))],
    groups: ["|i1", [2, 1, 1], bytes(new Int8Array([0, 0]))],
    words_scale: ["<f4", [2, 1], floats(1, 1)],
    groups_scale: ["<f4", [2, 1], floats(1, 1)],
    // Only what is new counts: a state is the half of what its word says.
    input: ["<f4", [2, 2, 2, 3], floats(...Array.from({ length: 4 }, () => [0, 0, 99, 0, 0, 0]).flat())],
    input_bias: zeros([2, 2, 1, 3]),
    recurrent: zeros([2, 2, 1, 3]),
    recurrent_bias: zeros([2, 2, 1, 3]),
    // Forward and backward state of the word, then of the next one.
    pair: ["<f4", [2, 4, 1], floats(1, 0, 0, 0, 0, 0, 1, 0)],
    pair_bias: zeros([2, 1, 1]),
    ezafe: ["<f4", [2, 1, 1], floats(2, 4)],
    ezafe_bias: zeros([2, 1, 1]),
  } as unknown as StoredArrays;
  const scores = openNetworks(arrays)([
    [1, [0]],
    [0, [0]],
  ]);
  // The first network looks at the word itself (½), the other at the word after it (¼ is kept of the state).
  expect(scores[0]).toBeCloseTo((2 * 0.5 + 4 * 0.25) / 2, 5);
  expect(scores[1]).toBeCloseTo((2 * 0.25 + 0) / 2, 5);
});

test("a speller says the likeliest piece for each letter but the edges", () => {
  const flat = (shape: number[], value = 0) => [
    "<f4",
    shape,
    floats(...Array<number>(shape.reduce((a, b) => a * b)).fill(value)),
  ];
  const gru = (name: string, width: number) => ({
    [`${name}_ih`]: flat([3, width]),
    [`${name}_ih_bias`]: flat([3]),
    [`${name}_hh`]: flat([3, 1]),
    [`${name}_hh_bias`]: flat([3]),
  });
  const arrays = {
    letter: flat([4, 1]),
    hint: flat([3, 1]),
    piece: flat([3, 1]),
    ...gru("forward", 2),
    ...gru("backward", 2),
    ...gru("decoder", 3),
    out: flat([3, 3]),
    out_bias: ["<f4", [3], floats(9, 1, 2)],
  } as unknown as StoredArrays;
  expect(openSpeller(arrays)([1, 2, 3, 1], [0, 1, 2, 0])).toEqual([2, 2]);
});
