import type { Numbers } from "./arrays";

export type Vector = Float32Array<ArrayBuffer>;

/** A linear map: rows of inputs by columns of outputs, and what is added. */
export interface Layer {
  weights: Numbers;
  bias: Numbers;
}

/** `bias` and the rows of `weights` weighed by `given`, both from the places on where the layer begins. */
export function through({ weights, bias }: Layer, given: Vector): Vector {
  const size = bias.length;
  const sums = Float64Array.from(bias);
  for (let row = 0; row < given.length; row++) {
    const weight = given[row] ?? 0;
    if (weight === 0) continue;
    const from = row * size;
    for (let at = 0; at < size; at++) sums[at] = (sums[at] ?? 0) + weight * (weights[from + at] ?? 0);
  }
  return Float32Array.from(sums);
}

/** A gated recurrent unit: what goes in, and what is kept of the state; the gates in the order reset, update, new. */
export interface Gru {
  input: Layer;
  recurrent: Layer;
}

/** The state after one step, from what goes in, already `through` the input layer. */
export function step({ recurrent }: Gru, given: Vector, state: Vector): Vector {
  const kept = through(recurrent, state);
  const size = state.length;
  return Float32Array.from(state, (before, at) => {
    const reset = sigmoid((given[at] ?? 0) + (kept[at] ?? 0));
    const update = sigmoid((given[size + at] ?? 0) + (kept[size + at] ?? 0));
    const fresh = Math.tanh((given[2 * size + at] ?? 0) + reset * (kept[2 * size + at] ?? 0));
    return fresh + update * (before - fresh);
  });
}

/** The states of a GRU along a row of vectors, from the first to the last. */
export function along(gru: Gru, size: number, row: readonly Vector[]): Vector[] {
  let state: Vector = new Float32Array(size);
  return row.map((given) => (state = step(gru, through(gru.input, given), state)));
}

/** Several vectors as one. */
export function joined(...parts: readonly Vector[]): Vector {
  const whole = new Float32Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function sigmoid(sum: number): number {
  return 1 / (1 + Math.exp(-sum));
}
