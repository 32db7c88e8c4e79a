import type { KeptFile } from "../types";

/** What is known of a kept file; it stands in front of the content, so that both are there or neither is. */
export interface Label extends Omit<KeptFile, "bytes" | "parts"> {
  /** Which file of `key` it is, such as `model`. */
  part: string;
  /** By what the server knows whether it is still its own. */
  etag: string | null;
}

const LENGTH_BYTES = 4;

/** A label as bytes: its length, little endian, then JSON. */
export function written(label: Label): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder().encode(JSON.stringify(label));
  const bytes = new Uint8Array(LENGTH_BYTES + text.length);
  new DataView(bytes.buffer).setUint32(0, text.length, true);
  bytes.set(text, LENGTH_BYTES);
  return bytes;
}

/** The label and the content of a kept file; null for what is not one, such as one that is still being fetched. */
export async function readRecord(file: Blob): Promise<{ label: Label; content: Blob } | null> {
  try {
    const length = new DataView(await file.slice(0, LENGTH_BYTES).arrayBuffer()).getUint32(0, true);
    const text = await file.slice(LENGTH_BYTES, LENGTH_BYTES + length).text();
    return { label: JSON.parse(text) as Label, content: file.slice(LENGTH_BYTES + length) };
  } catch {
    return null;
  }
}
