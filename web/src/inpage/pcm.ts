const FULL_SCALE = 32_767;

/** A passage as it is heard: its samples at its own loudness, its silence after them; 16 bits, little endian. */
export function pcmOf(samples: Float32Array, gainDb: number, silence: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(2 * (samples.length + silence));
  const view = new DataView(bytes.buffer);
  const gain = Math.fround(10 ** (gainDb / 20));
  samples.forEach((sample, i) => {
    const loud = Math.min(1, Math.max(-1, Math.fround(sample * gain)));
    view.setInt16(2 * i, toEven(Math.fround(loud * FULL_SCALE)), true);
  });
  return bytes;
}

/** The nearest integer, a half to the even one: what Python and NumPy call rounding. */
export function toEven(value: number): number {
  const below = Math.floor(value);
  if (value - below !== 0.5) return Math.round(value);
  return below % 2 === 0 ? below : below + 1;
}
