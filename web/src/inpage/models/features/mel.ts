import type { MelFeatures } from "../description";
import { Fourier } from "./fourier";
import { resampled } from "./resampling";

/** What a network sees of a sound, before it is brought to one scale; NaN where there is nothing. */
export function mel(samples: Float32Array, sampleRateHz: number, wanted: MelFeatures): Float64Array {
  const heard = samples.subarray(0, Math.trunc(wanted.longest_s * sampleRateHz));
  const spectrogram = logMel(resampled(heard, sampleRateHz, wanted.sample_rate_hz), wanted);
  return wanted.kind === "mel_statistics"
    ? statistics(spectrogram, wanted.parts, wanted.mels)
    : middle(spectrogram, wanted.frames, wanted.mels);
}

/** Natural logarithms of power without silent ends, less the mean of them all: [frames, mels], row by row. */
function logMel(samples: Float32Array, wanted: MelFeatures): Float64Array {
  const { mels, range_db: rangeDb } = wanted;
  const power = melPower(samples, wanted);
  const [first, last] = heardFrames(power, wanted);
  const floor = Math.max(1e-10, greatest(power) * 10 ** (-rangeDb / 10));
  const kept = power.slice(first * mels, (last + 1) * mels).map((value) => Math.log(Math.max(value, floor)));
  const mean = total(kept) / kept.length;
  return kept.map((value) => value - mean);
}

function melPower(samples: Float32Array, { window, hop, fft, mels, ...wanted }: MelFeatures): Float64Array {
  const frames = 1 + Math.floor((Math.max(samples.length, window) - window) / hop);
  const hann = Float64Array.from(
    { length: window },
    (_, n) => 0.5 - 0.5 * Math.cos((2 * Math.PI * n) / window),
  );
  const bands = triangles(fft, mels, wanted.sample_rate_hz, wanted.low_hz, wanted.high_hz);
  const fourier = new Fourier(fft);
  const [frame, bins] = [new Float64Array(window), new Float64Array(Math.floor(fft / 2) + 1)];
  const power = new Float64Array(frames * mels);
  for (let t = 0; t < frames; t++) {
    for (let n = 0; n < window; n++) frame[n] = hann[n]! * (samples[t * hop + n] ?? 0);
    fourier.power(frame, bins);
    bands.forEach(({ start, weights }, band) => {
      let sum = 0;
      for (let n = 0; n < weights.length; n++) sum += weights[n]! * bins[start + n]!;
      power[t * mels + band] = sum;
    });
  }
  return power;
}

/** The bins of each band that count, and how much. */
function triangles(fft: number, mels: number, rateHz: number, lowHz: number, highHz: number) {
  const step = (melOf(highHz) - melOf(lowHz)) / (mels + 1);
  const corners = Array.from({ length: mels + 2 }, (_, n) => hzOf(melOf(lowHz) + n * step));
  return Array.from({ length: mels }, (_, band) => {
    const [low, peak, high] = corners.slice(band, band + 3) as [number, number, number];
    const weights = Array.from({ length: Math.floor(fft / 2) + 1 }, (_, bin) => {
      const at = (bin * rateHz) / fft;
      return Math.max(0, Math.min((at - low) / (peak - low), (high - at) / (high - peak)));
    });
    const start = Math.max(
      0,
      weights.findIndex((weight) => weight > 0),
    );
    return { start, weights: weights.slice(start, weights.findLastIndex((weight) => weight > 0) + 1) };
  });
}

const melOf = (hz: number) => 2595 * Math.log10(1 + hz / 700);
const hzOf = (mel: number) => 700 * (10 ** (mel / 2595) - 1);

/** The first and the last frame that is neither silent nor nearer to the softest than to the loudest. */
function heardFrames(power: Float64Array, { mels, silence_db: silenceDb }: MelFeatures): [number, number] {
  const levels = Float64Array.from({ length: power.length / mels }, (_, t) =>
    total(power.subarray(t * mels, (t + 1) * mels)),
  );
  const [loudest, softest] = [greatest(levels), levels.reduce((a, b) => Math.min(a, b), Infinity)];
  const least = Math.max(loudest * 10 ** (-silenceDb / 10), Math.sqrt(loudest * softest));
  const loud = (level: number) => level >= least;
  return [levels.findIndex(loud), levels.findLastIndex(loud)];
}

/** For each of equal parts of the time the mean of every band, then its deviation. */
function statistics(spectrogram: Float64Array, parts: number, mels: number): Float64Array {
  const frames = spectrogram.length / mels;
  const made = new Float64Array(parts * 2 * mels);
  for (let part = 0; part < parts; part++) {
    const start = Math.floor((part * frames) / parts);
    const end = Math.max(start + 1, Math.floor(((part + 1) * frames) / parts));
    for (let band = 0; band < mels; band++) {
      const values = Float64Array.from(
        { length: end - start },
        (_, n) => spectrogram[(start + n) * mels + band]!,
      );
      const mean = total(values) / values.length;
      made[part * 2 * mels + band] = mean;
      made[(part * 2 + 1) * mels + band] = Math.sqrt(
        total(values.map((value) => (value - mean) ** 2)) / values.length,
      );
    }
  }
  return made;
}

/** The middle of what is longer; all of what is shorter, and nothing (NaN) behind. */
function middle(spectrogram: Float64Array, frames: number, mels: number): Float64Array {
  const start = Math.max(0, Math.floor((spectrogram.length / mels - frames) / 2));
  const made = new Float64Array(frames * mels).fill(NaN);
  made.set(spectrogram.subarray(start * mels, (start + frames) * mels));
  return made;
}

function total(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

function greatest(values: Float64Array): number {
  let most = -Infinity;
  for (const value of values) most = Math.max(most, value);
  return most;
}
