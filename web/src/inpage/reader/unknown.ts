import { named, type Numbers, numbersOf, sizeOf, type StoredArrays } from "./arrays";
import { along, type Gru, joined, type Layer, step, through, type Vector } from "./sums";

/** The rows of letters and of what eSpeak makes of each, edges included; the row of a piece of sound for each letter. */
export type Spell = (letters: readonly number[], hints: readonly number[]) => number[];

/** The row of the first piece; 0 stands before all of them. */
const FIRST_PIECE = 1;

/** The reader of unknown words of `phonemes/speller.py`. */
export function openSpeller(arrays: StoredArrays): Spell {
  const [letter, hint, piece] = [rowsOf(arrays, "letter"), rowsOf(arrays, "hint"), rowsOf(arrays, "piece")];
  const [forward, backward] = [gruOf(arrays, "forward"), gruOf(arrays, "backward")];
  const [decoder, out] = [gruOf(arrays, "decoder"), layerOf(arrays, "out", "out_bias")];
  const size = sizeOf(named(arrays, "decoder_hh"), 1);
  return (letters, hints) => {
    const seen = letters.map((row, at) => joined(letter(row), hint(hints[at] ?? 0)));
    const back = along(backward, size, seen.toReversed()).toReversed();
    const both = along(forward, size, seen).map((state, at) => joined(state, back[at] ?? state));
    let [state, last] = [new Float32Array(size), 0];
    return both.slice(1, -1).map((states) => {
      state = step(decoder, through(decoder.input, joined(states, piece(last))), state);
      last = likeliest(through(out, joined(state, states)));
      return last;
    });
  };
}

/** The piece with the highest score, the first of equal ones. */
function likeliest(scores: Vector): number {
  let best = FIRST_PIECE;
  for (let at = best + 1; at < scores.length; at++) if ((scores[at] ?? 0) > (scores[best] ?? 0)) best = at;
  return best;
}

function rowsOf(arrays: StoredArrays, name: string): (row: number) => Vector {
  const [numbers, width] = [
    Float32Array.from(numbersOf(named(arrays, name))),
    sizeOf(named(arrays, name), 1),
  ];
  return (row) => numbers.subarray(row * width, (row + 1) * width);
}

function gruOf(arrays: StoredArrays, name: string): Gru {
  return {
    input: layerOf(arrays, `${name}_ih`, `${name}_ih_bias`),
    recurrent: layerOf(arrays, `${name}_hh`, `${name}_hh_bias`),
  };
}

/** A layer that is stored with its outputs as rows. */
function layerOf(arrays: StoredArrays, name: string, bias: string): Layer {
  const stored = named(arrays, name);
  const weights = turned(numbersOf(stored), sizeOf(stored, 0), sizeOf(stored, 1));
  return { weights, bias: numbersOf(named(arrays, bias)) };
}

/** Columns for rows. */
function turned(numbers: Numbers, rows: number, columns: number): Vector {
  return Float32Array.from(numbers, (_, at) => numbers[(at % rows) * columns + Math.floor(at / rows)] ?? 0);
}
