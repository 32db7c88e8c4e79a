/** The sentences of a text, one a line, each once. */
export function linesOf(text: string): string[] {
  return [...new Set(text.split(/\r\n?|\n/).map((line) => line.trim()))].filter((line) => line !== "");
}

/** The text of a file's bytes: UTF-8, UTF-16 with its mark, or the older Windows-1256. */
export function decoded(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes);
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1256").decode(bytes);
  }
}
