/** Bytes of one 16-bit mono sample. */
export const BYTES_PER_SAMPLE = 2;

const HEADER_BYTES = 44;

/** The 44-byte RIFF header of a 16-bit mono PCM file with `dataBytes` of sound. */
export function wavHeader(dataBytes: number, sampleRateHz: number): ArrayBuffer {
  const header = new ArrayBuffer(HEADER_BYTES);
  const view = new DataView(header);
  const tag = (at: number, name: string) => {
    for (let i = 0; i < name.length; i += 1) view.setUint8(at + i, name.charCodeAt(i));
  };
  tag(0, "RIFF");
  view.setUint32(4, HEADER_BYTES - 8 + dataBytes, true);
  tag(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, sampleRateHz, true);
  view.setUint32(28, sampleRateHz * BYTES_PER_SAMPLE, true);
  view.setUint16(32, BYTES_PER_SAMPLE, true);
  view.setUint16(34, 8 * BYTES_PER_SAMPLE, true);
  tag(36, "data");
  view.setUint32(40, dataBytes, true);
  return header;
}

/** Bytes of base64 text. */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i += 1) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
