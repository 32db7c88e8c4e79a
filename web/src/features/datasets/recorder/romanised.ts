const LETTERS: Record<string, string> = {
  tʃ: "ch",
  dʒ: "j",
  ɑ: "â",
  ʔ: "’",
  ʃ: "sh",
  ʒ: "zh",
  x: "kh",
  q: "gh",
  j: "y",
  ɡ: "g",
};
const SOUND = new RegExp(`[ˈˌː]|${Object.keys(LETTERS).join("|")}`, "g");

/** Sounds in the Latin letters that readers of Persian know from messages: ketɑːb → ketâb. */
export function romanised(ipa: string): string {
  return ipa.replace(SOUND, (sound) => LETTERS[sound] ?? "").replace(/^’/, "");
}
