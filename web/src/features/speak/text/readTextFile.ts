/** Raised for a file that is no plain text. */
export class NotPlainText extends Error {}

/** The text of a dropped file: UTF-8, UTF-16 with its mark, or the older Windows-1256 of Persian texts. */
export async function readTextFile(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const text = decodeText(bytes).replace(/\r\n?/g, "\n");
  if (text.includes("\0")) throw new NotPlainText();
  return text;
}

/** Text of `bytes`, in the first encoding that fits. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1256").decode(bytes);
  }
}
