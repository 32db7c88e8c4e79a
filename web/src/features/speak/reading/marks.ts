import type { Said } from "@/lib/lexicon";

/** A place in a text, in UTF-16, and how it is said there. */
export interface Mark {
  start: number;
  end: number;
  said: Said;
  /** As it is said, with its vowels, without ezafe. */
  spelling: string;
}

const LETTER = /[\p{L}\p{M}\p{N}\u200C]/u;

/** The marks of `before` where they stand in `after`; those whose word was changed are gone. */
export function follow(marks: readonly Mark[], before: string, after: string): Mark[] {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const by = after.length - before.length;
  return marks
    .filter(({ start, end }) => end <= head || start >= before.length - tail)
    .map((mark) => (mark.end <= head ? mark : { ...mark, start: mark.start + by, end: mark.end + by }))
    .filter(({ start, end }) => !LETTER.test(after[start - 1] ?? "") && !LETTER.test(after[end] ?? ""));
}

/** A text as SSML that says each mark as it was chosen; a new line stays the pause that it is in plain text. */
export function markUp(text: string, marks: readonly Mark[]): string {
  let [at, document] = [0, ""];
  for (const { start, end, said } of [...marks].sort((one, other) => one.start - other.start)) {
    document += escaped(text.slice(at, start)) + elementOf(text.slice(start, end), said);
    at = end;
  }
  document += escaped(text.slice(at));
  return `<speak>${document.replace(/\s*\n\s*(?=\S)/g, (gap) => breakFor(gap) + gap)}</speak>`;
}

/** How a word is said, as one line: its IPA, or its respelling. */
export function notation(said: Said): string {
  return "ipa" in said ? said.ipa : said.spoken;
}

/** One word as SSML. */
export function elementOf(word: string, said: Said): string {
  return "ipa" in said
    ? `<phoneme alphabet="ipa" ph="${escaped(said.ipa)}">${escaped(word)}</phoneme>`
    : `<sub alias="${escaped(said.spoken)}">${escaped(word)}</sub>`;
}

function breakFor(gap: string): string {
  return `<break time="${gap.split("\n").length > 2 ? 600 : 350}ms"/>`;
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
