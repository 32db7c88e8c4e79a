import type { CharacterFeatures } from "../description";

const SPACES = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/gu;

/** What a network sees of a text. */
export function characters(text: string, wanted: CharacterFeatures): Float32Array {
  const written = spelt(text, wanted.letters);
  return wanted.kind === "character_runs"
    ? runs(written, wanted.lengths, wanted.slots)
    : sequence(written, wanted.symbols, wanted.length);
}

/** In one spelling: NFKC, letters of one kind, small, words apart by one space. */
function spelt(text: string, letters: Readonly<Record<string, string>>): string {
  const one = [...text.normalize("NFKC")].map((letter) => letters[letter] ?? letter).join("");
  return one.toLowerCase().replace(SPACES, " ").replace(/^ | $/g, "");
}

/** How often each run of characters occurs, by the slot of its hash, as logarithms of Euclidean length 1. */
function runs(written: string, lengths: readonly number[], slots: number): Float32Array {
  const counts = new Float64Array(slots);
  const count = (run: readonly string[]) => {
    const slot = fnv1a(run.join("")) % slots;
    counts[slot] = counts[slot]! + 1;
  };
  for (const word of written.split(" ").filter(Boolean)) {
    const framed = [" ", ...word, " "];
    for (const length of lengths)
      for (let at = 0; at + length <= framed.length; at++) count(framed.slice(at, at + length));
    if (framed.length > (lengths.at(-1) ?? 0)) count(framed);
  }
  const heights = counts.map((value) => Math.log1p(value));
  const length = Math.max(1e-12, Math.hypot(...heights));
  return Float32Array.from(heights, (height) => height / length);
}

/** The characters one by one: 0 is nothing, 1 one that was never learnt, then `symbols`. */
function sequence(written: string, symbols: readonly string[], length: number): Float32Array {
  const numbers = new Map(symbols.map((symbol, place) => [symbol, place + 2]));
  const made = new Float32Array(length);
  [...written].slice(0, length).forEach((letter, at) => (made[at] = numbers.get(letter) ?? 1));
  return made;
}

/** FNV-1a of the UTF-8 of `text`, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/. */
function fnv1a(text: string): number {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  return value;
}
