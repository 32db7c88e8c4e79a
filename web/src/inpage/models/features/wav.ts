/** Sound in memory, mono, within ±1. */
export interface Sound {
  samples: Float32Array;
  sampleRateHz: number;
}

const PCM = 1;
const FLOAT = 3;
const EXTENSIBLE = 0xfffe;

/** What a WAV file holds, exactly, all channels mixed; null when it is none, or of a kind that is not read here. */
export function readWav(content: ArrayBuffer): Sound | null {
  const view = new DataView(content);
  if (content.byteLength < 12 || tag(view, 0) !== "RIFF" || tag(view, 8) !== "WAVE") return null;
  const chunks = chunksOf(view);
  const [format, data] = [chunks.get("fmt "), chunks.get("data")];
  if (!format || !data || format.size < 16) return null;
  const code = view.getUint16(format.at, true);
  const [channels, sampleRateHz] = [view.getUint16(format.at + 2, true), view.getUint32(format.at + 4, true)];
  const bits = view.getUint16(format.at + 14, true);
  const extended = code === EXTENSIBLE && format.size >= 26;
  const read = reader(view, extended ? view.getUint16(format.at + 24, true) : code, bits);
  if (!read || channels < 1 || sampleRateHz < 1) return null;
  const width = bits / 8;
  const samples = new Float32Array(Math.floor(data.size / (width * channels)));
  for (let n = 0; n < samples.length; n++) {
    let sum = 0;
    for (let channel = 0; channel < channels; channel++)
      sum += read(data.at + (n * channels + channel) * width);
    samples[n] = sum / channels;
  }
  return { samples, sampleRateHz };
}

function chunksOf(view: DataView): Map<string, { at: number; size: number }> {
  const chunks = new Map<string, { at: number; size: number }>();
  for (let at = 12; at + 8 <= view.byteLength;) {
    const size = Math.min(view.getUint32(at + 4, true), view.byteLength - at - 8);
    chunks.set(tag(view, at), { at: at + 8, size });
    at += 8 + size + (size % 2);
  }
  return chunks;
}

function reader(view: DataView, code: number, bits: number): ((at: number) => number) | null {
  if (code === FLOAT && bits === 32) return (at) => view.getFloat32(at, true);
  if (code === FLOAT && bits === 64) return (at) => view.getFloat64(at, true);
  if (code !== PCM) return null;
  if (bits === 8) return (at) => (view.getUint8(at) - 128) / 128;
  if (bits === 16) return (at) => view.getInt16(at, true) / 32_768;
  if (bits === 24) return (at) => (view.getInt16(at + 1, true) * 256 + view.getUint8(at)) / 8_388_608;
  if (bits === 32) return (at) => view.getInt32(at, true) / 2_147_483_648;
  return null;
}

function tag(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((n) => view.getUint8(at + n)));
}
