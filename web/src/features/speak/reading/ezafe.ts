// In the order of Unicode a tashdid stands behind the kasre.
const WRITTEN = /[\u0650\u0654\u06C0](\u0651?)$/;

/** A word with its ezafe written: خانه → خانهٔ, کتاب → کتابِ; `ipa` says whether its ه is silent. */
export function withEzafe(word: string, ipa: string): string {
  if (WRITTEN.test(word)) return word;
  return word.endsWith("ه") && /eː?je$/.test(ipa) ? `${word}\u0654` : `${word}\u0650`;
}

/** A word without an ezafe that is written on it. */
export function withoutEzafe(word: string): string {
  return word.replace(/\u06C0$/, "ه").replace(WRITTEN, "$1");
}

/** IPA with an ezafe at its end, as the reader adds it. */
export function sayEzafe(ipa: string): string {
  return /[aɑeiou]ː?$/.test(ipa) ? `${ipa}je` : `${ipa}e`;
}
