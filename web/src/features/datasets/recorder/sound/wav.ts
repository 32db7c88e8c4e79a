import type { Sound } from "./Capture";

const HEADER_BYTES = 44;
const BYTES_PER_SAMPLE = 2;
const FULL_SCALE = 0x7fff;

/** A WAV file of 16-bit mono PCM. */
export function wavOf(sound: Sound): Blob {
  return new Blob([bytesOf(sound)], { type: "audio/wav" });
}

/** The bytes of that file. */
export function bytesOf({ samples, sampleRateHz }: Sound): ArrayBuffer {
  const dataBytes = samples.length * BYTES_PER_SAMPLE;
  const view = new DataView(new ArrayBuffer(HEADER_BYTES + dataBytes));
  writeHeader(view, dataBytes, sampleRateHz);
  samples.forEach((sample, at) => {
    const within = Math.min(1, Math.max(-1, sample));
    view.setInt16(HEADER_BYTES + at * BYTES_PER_SAMPLE, Math.round(within * FULL_SCALE), true);
  });
  return view.buffer;
}

function writeHeader(view: DataView, dataBytes: number, sampleRateHz: number): void {
  const tag = (at: number, name: string) => {
    [...name].forEach((letter, index) => view.setUint8(at + index, letter.charCodeAt(0)));
  };
  tag(0, "RIFF");
  view.setUint32(4, HEADER_BYTES - 8 + dataBytes, true);
  tag(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true); // PCM
  view.setUint16(22, 1, true); // one channel
  view.setUint32(24, sampleRateHz, true);
  view.setUint32(28, sampleRateHz * BYTES_PER_SAMPLE, true);
  view.setUint16(32, BYTES_PER_SAMPLE, true);
  view.setUint16(34, 8 * BYTES_PER_SAMPLE, true);
  tag(36, "data");
  view.setUint32(40, dataBytes, true);
}
