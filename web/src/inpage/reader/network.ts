import { named, type Numbers, numbersOf, sizeOf, type StoredArrays } from "./arrays";
import { along, type Gru, joined, type Layer, through, type Vector } from "./sums";

/** A word as the networks know it: the row of its own vector, and those of its groups of letters. */
export type Placed = readonly [row: number, groups: readonly number[]];

/** The mean logit of an ezafe for each of the words, by `phonemes/network.py`'s networks. */
export type Scores = (words: readonly Placed[]) => number[];

/** The networks that tell which words carry an ezafe, each array with one network behind the other. */
export function openNetworks(arrays: StoredArrays): Scores {
  const count = sizeOf(named(arrays, "input"), 0);
  const networks = Array.from({ length: count }, (_, at) => oneOf(arrays, at, count));
  return (words) => {
    const scores = networks.map((scoresOf) => scoresOf(words));
    return words.map((_, at) => scores.reduce((sum, one) => sum + (one[at] ?? 0), 0) / count);
  };
}

/** The network at `at` of so many. */
function oneOf(arrays: StoredArrays, at: number, count: number): Scores {
  const part = (name: string, pieces = count, piece = at) => {
    const numbers = numbersOf(named(arrays, name));
    const size = numbers.length / pieces;
    return numbers.slice(piece * size, (piece + 1) * size);
  };
  const layer = (name: string, pieces?: number, piece?: number): Layer => ({
    weights: part(name, pieces, piece),
    bias: part(`${name}_bias`, pieces, piece),
  });
  const [forward, backward] = [0, 1].map((way): Gru => {
    const place = [2 * count, 2 * at + way] as const;
    return { input: layer("input", ...place), recurrent: layer("recurrent", ...place) };
  }) as [Gru, Gru];
  const [pair, ezafe] = [layer("pair"), layer("ezafe")];
  const size = sizeOf(named(arrays, "recurrent"), -2);
  const seenAs = openVectors(part, sizeOf(named(arrays, "words"), -1), sizeOf(named(arrays, "groups"), -1));
  return (words) => {
    const seen = words.map(seenAs);
    const back = along(backward, size, seen.toReversed()).toReversed();
    const both = along(forward, size, seen).map((state, word) => joined(state, back[word] ?? state));
    const none = new Float32Array(2 * size);
    return both.map((states, word) => {
      const hidden = through(pair, joined(states, both[word + 1] ?? none)).map((sum) => Math.max(sum, 0));
      return through(ezafe, hidden)[0] ?? 0;
    });
  };
}

/** Makes vectors of words: its own, beside the mean of those of its groups of letters. */
function openVectors(part: (name: string) => Numbers, own: number, letters: number) {
  const words = scaled(part("words"), part("words_scale"));
  const groups = scaled(part("groups"), part("groups_scale"));
  return ([row, places]: Placed): Vector => {
    const vector = new Float32Array(own + letters);
    for (let at = 0; at < own; at++) vector[at] = words(row * own + at);
    for (let at = 0; at < letters; at++) {
      const sum = places.reduce((before, place) => before + groups(place * letters + at), 0);
      vector[own + at] = sum / places.length;
    }
    return vector;
  };
}

/** Whole numbers with the one number that they are times. */
function scaled(numbers: Numbers, scale: Numbers): (at: number) => number {
  const [factor = 1] = scale;
  return (at) => (numbers[at] ?? 0) * factor;
}
