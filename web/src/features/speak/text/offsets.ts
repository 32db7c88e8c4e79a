/** How long a text the server takes unless its owner has set another bound, in code points. */
export const LONGEST_TEXT = 100_000;

/**
 * Makes a converter from the server's code-point offsets in `text` to JavaScript's UTF-16 offsets.
 * Only characters beyond the basic plane (emoji, rare scripts) differ, so only they are remembered.
 */
export function utf16Offsets(text: string): (codePointOffset: number) => number {
  const wide: number[] = [];
  let index = 0;
  for (const character of text) {
    if (character.length === 2) wide.push(index);
    index += 1;
  }
  return (offset) => offset + countBelow(wide, offset);
}

/** How many characters (code points) `text` has, as the server counts them. */
export function countCharacters(text: string): number {
  let count = text.length;
  for (let i = 0; i < text.length - 1; i += 1) {
    if (isHighSurrogate(text.charCodeAt(i)) && isLowSurrogate(text.charCodeAt(i + 1))) {
      count -= 1;
      i += 1;
    }
  }
  return count;
}

function countBelow(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? Infinity) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

const isHighSurrogate = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;
const isLowSurrogate = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;
