import { withEzafe, withoutEzafe } from "./ezafe";
import type { Mark } from "./marks";
import type { WordReading } from "./useReading";

// Not the tanvin of واقعاً, which is written where no vowel is.
const VOWELS = /[\u064C-\u0652]/g;

type Spelled = Pick<WordReading, "text" | "spoken" | "vocalized" | "ipa" | "ezafe">;

/** A word as it is said at its place, or as `mark` has it said: its ezafe written in, its vowels if they are wanted. */
export function spell(word: Spelled, vowels: boolean, mark?: Mark): string {
  const whole = mark?.spelling ?? word.vocalized;
  const plain = mark ? withoutVowels(mark.spelling) : plainOf(word);
  const spelling = vowels ? whole : plain;
  return word.ezafe ? withEzafe(spelling, word.ipa) : spelling;
}

/** The bare letters of a word as it is said. */
export function lettersOf(word: Spelled): string {
  return withoutVowels(withoutEzafe(plainOf(word)));
}

/** A word in the letters in which it is said; figures and other signs stand as they are written. */
function plainOf({ text, spoken, vocalized }: Spelled): string {
  return vocalized === text ? text : spoken;
}

function withoutVowels(spelling: string): string {
  return spelling.replace(VOWELS, "");
}
