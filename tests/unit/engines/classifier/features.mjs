// The features of examples, computed from nothing but the words of classifier.json, as a page in a browser does:
// node features.mjs < {features, examples} > [[…], …]
import { readFileSync } from "node:fs";

const { features, examples } = JSON.parse(readFileSync(0, "utf8"));

// Sounds: {samples} at features.sample_rate_hz.

const mel = (hz) => 2595 * Math.log10(1 + hz / 700);
const hz = (mel) => 700 * (10 ** (mel / 2595) - 1);

function filters({ sample_rate_hz, fft, mels, low_hz, high_hz }) {
  const step = (mel(high_hz) - mel(low_hz)) / (mels + 1);
  const corners = Array.from({ length: mels + 2 }, (_, n) => hz(mel(low_hz) + n * step));
  return Array.from({ length: mels }, (_, band) =>
    Array.from({ length: fft / 2 + 1 }, (_, bin) => {
      const at = (bin * sample_rate_hz) / fft;
      const [low, middle, high] = corners.slice(band, band + 3);
      return Math.max(0, Math.min((at - low) / (middle - low), (high - at) / (high - middle)));
    }),
  );
}

function power(frame, fft) {
  return Array.from({ length: fft / 2 + 1 }, (_, bin) => {
    let [real, imaginary] = [0, 0];
    frame.forEach((value, at) => {
      const angle = (2 * Math.PI * ((bin * at) % fft)) / fft;
      real += value * Math.cos(angle);
      imaginary -= value * Math.sin(angle);
    });
    return real * real + imaginary * imaginary;
  });
}

function spectrogram(samples, wanted) {
  const { window, hop, fft, range_db, silence_db, sample_rate_hz, longest_s } = wanted;
  const heard = [...samples.slice(0, Math.floor(longest_s * sample_rate_hz))];
  while (heard.length < window) heard.push(0);
  const hann = Array.from({ length: window }, (_, n) => 0.5 - 0.5 * Math.cos((2 * Math.PI * n) / window));
  const bands = filters(wanted);
  const frames = [];
  for (let start = 0; start + window <= heard.length; start += hop) {
    const bins = power(hann.map((weight, n) => weight * heard[start + n]), fft);
    frames.push(bands.map((band) => band.reduce((sum, weight, bin) => sum + weight * bins[bin], 0)));
  }
  const levels = frames.map((frame) => frame.reduce((sum, value) => sum + value, 0));
  const [loudest, softest] = [Math.max(...levels), Math.min(...levels)];
  const least = Math.max(loudest * 10 ** (-silence_db / 10), Math.sqrt(loudest * softest));
  const loud = levels.flatMap((level, n) => (level >= least ? [n] : []));
  const floor = Math.max(1e-10, Math.max(...frames.flat()) * 10 ** (-range_db / 10));
  const kept = frames
    .slice(loud[0], loud.at(-1) + 1)
    .map((frame) => frame.map((value) => Math.log(Math.max(value, floor))));
  const mean = kept.flat().reduce((sum, value) => sum + value, 0) / kept.flat().length;
  return kept.map((frame) => frame.map((value) => value - mean));
}

function statistics(frames, { parts, mels }) {
  const rows = [];
  for (let part = 0; part < parts; part++) {
    const start = Math.floor((part * frames.length) / parts);
    const end = Math.max(start + 1, Math.floor(((part + 1) * frames.length) / parts));
    const piece = frames.slice(start, end);
    const bands = Array.from({ length: mels }, (_, band) => piece.map((frame) => frame[band]));
    const means = bands.map((band) => band.reduce((sum, value) => sum + value, 0) / band.length);
    const deviations = bands.map((band, n) =>
      Math.sqrt(band.reduce((sum, value) => sum + (value - means[n]) ** 2, 0) / band.length),
    );
    rows.push(...means, ...deviations);
  }
  return rows;
}

function middle(frames, wanted) {
  const start = Math.max(0, Math.floor((frames.length - wanted.frames) / 2));
  const kept = frames.slice(start, start + wanted.frames);
  while (kept.length < wanted.frames) kept.push(Array(wanted.mels).fill(NaN));
  return kept.flat();
}

// Texts: strings.

const SPACES = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/gu;

const spelt = (text, { letters }) =>
  [...text.normalize("NFKC")].map((letter) => letters[letter] ?? letter).join("").toLowerCase()
    .replace(SPACES, " ").replace(/^ | $/g, "");

function fnv1a(text) {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  return value;
}

function runs(text, wanted) {
  const counts = Array(wanted.slots).fill(0);
  for (const word of spelt(text, wanted).split(" ").filter(Boolean)) {
    const framed = [" ", ...word, " "];
    for (const length of wanted.lengths)
      for (let at = 0; at + length <= framed.length; at++)
        counts[fnv1a(framed.slice(at, at + length).join("")) % wanted.slots]++;
    if (framed.length > wanted.lengths.at(-1)) counts[fnv1a(framed.join("")) % wanted.slots]++;
  }
  const heights = counts.map((count) => Math.log1p(count));
  const length = Math.max(1e-12, Math.sqrt(heights.reduce((sum, height) => sum + height * height, 0)));
  return heights.map((height) => height / length);
}

function sequence(text, { symbols, length, ...wanted }) {
  const ids = [...spelt(text, wanted)].slice(0, length).map((letter) => {
    const place = symbols.indexOf(letter);
    return place < 0 ? 1 : place + 2;
  });
  return [...ids, ...Array(length - ids.length).fill(0)];
}

// Rows: objects of numbers.

const measured = {
  mel_statistics: ({ samples }) => statistics(spectrogram(samples, features), features),
  mel_frames: ({ samples }) => middle(spectrogram(samples, features), features),
  character_runs: (text) => runs(text, features),
  character_sequence: (text) => sequence(text, features),
  numbers: (row) => features.columns.map((column) => Number(row[column] ?? NaN)),
}[features.kind];

const scaled = (values) =>
  features.mean === undefined
    ? values
    : values.map((value, n) => {
        const column = n % features.mean.length;
        return Number.isNaN(value) ? 0 : (value - features.mean[column]) / features.deviation[column];
      });

process.stdout.write(JSON.stringify(examples.map((example) => scaled(measured(example)))));
