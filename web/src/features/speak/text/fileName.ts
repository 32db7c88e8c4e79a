const LONGEST = 40;

/** A name for the sound of `text`: its first words, safe on every file system. */
export function fileNameFor(text: string, extension: string): string {
  const words = text
    .normalize("NFC")
    // ZWNJ is part of Persian spelling and stays; everything else invisible goes.
    .replace(/[^\p{L}\p{M}\p{N}\u200C]+/gu, " ")
    .trim()
    .split(" ")
    .filter(Boolean);
  let name = "";
  for (const word of words) {
    const longer = name === "" ? word : `${name} ${word}`;
    if ([...longer].length > LONGEST) break;
    name = longer;
  }
  if (name === "") name = [...(words[0] ?? "bazgoo")].slice(0, LONGEST).join("");
  return `${name}.${extension}`;
}
