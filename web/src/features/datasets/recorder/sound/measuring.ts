import { ROOM_S, type Sound } from "./Capture";

/** What was measured of a take before it is saved. */
export interface Measures {
  durationS: number;
  /** From the first speech to the last. */
  speakingS: number;
  /** How loud the speech is, below full scale. */
  speechDb: number;
  /** How loud the room is without it. */
  roomDb: number;
  /** The share of samples in runs at full scale. */
  clippedShare: number;
  lettersPerS: number;
}

/** What may be wrong with a take. */
export type Warning = "silent" | "clipped" | "quiet" | "noisy" | "fast" | "slow";

const FRAME_S = 0.02;
const QUIETEST = 0.05;
const ABOVE_ROOM_DB = 9;
const FAINTEST_DB = -58;
const FLOOR_DB = -96;
const CEILING = 0.995;
const SHORTEST_FLAT = 3;

// The check of a dataset knows the same limits; these tell a person while there is still time to read again.
const SHORTEST_S = 0.4;
const CLIPPED_SHARE = 0.0005;
const QUIET_DB = -42;
const NOISY_DB = 20;
const FASTEST = 18;
const SLOWEST = 3.5;

/** Measures a take of `text`, which begins with the room as it is without speech. */
export function measure({ samples, sampleRateHz }: Sound, text: string): Measures {
  const levels = levelsOf(samples, Math.round(FRAME_S * sampleRateHz));
  // Someone may speak before the key: then the quietest moments tell how the room is.
  const room = levels.slice(0, Math.round(ROOM_S / FRAME_S));
  const roomDb = Math.min(atShare(room, 0.5), atShare(levels, QUIETEST));
  const heard = (level: number) => level > Math.max(roomDb + ABOVE_ROOM_DB, FAINTEST_DB);
  const spoken = levels.filter(heard);
  const speakingS = (levels.findLastIndex(heard) - levels.findIndex(heard) + 1) * FRAME_S;
  return {
    durationS: samples.length / sampleRateHz,
    speakingS: spoken.length === 0 ? 0 : speakingS,
    speechDb: spoken.length === 0 ? FLOOR_DB : meanOf(spoken),
    roomDb,
    clippedShare: clippedShare(samples),
    lettersPerS: spoken.length === 0 ? 0 : lettersIn(text) / speakingS,
  };
}

/** What of it a person should hear about, the gravest first. */
export function warningsOf(measures: Measures): Warning[] {
  if (measures.speakingS < SHORTEST_S) return ["silent"];
  const found: [Warning, boolean][] = [
    ["clipped", measures.clippedShare > CLIPPED_SHARE],
    ["quiet", measures.speechDb < QUIET_DB],
    ["noisy", measures.speechDb - measures.roomDb < NOISY_DB],
    ["fast", measures.lettersPerS > FASTEST],
    ["slow", measures.lettersPerS < SLOWEST],
  ];
  return found.filter(([, is]) => is).map(([warning]) => warning);
}

/** An amplitude, 0–1, in decibels below full scale. */
export function decibels(amplitude: number): number {
  return Math.max(FLOOR_DB, 20 * Math.log10(amplitude));
}

/** The loudest of each of `bars` equal parts, 0–1. */
export function barsOf(samples: Float32Array, bars: number): number[] {
  return Array.from({ length: bars }, (_, bar) => {
    const part = samples.subarray(
      Math.floor((bar * samples.length) / bars),
      Math.floor(((bar + 1) * samples.length) / bars),
    );
    return part.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  });
}

function levelsOf(samples: Float32Array, frame: number): number[] {
  return Array.from({ length: Math.floor(samples.length / frame) }, (_, index) => {
    const part = samples.subarray(index * frame, (index + 1) * frame);
    return decibels(Math.sqrt(part.reduce((sum, sample) => sum + sample * sample, 0) / frame));
  });
}

function clippedShare(samples: Float32Array): number {
  let [run, clipped] = [0, 0];
  for (const sample of samples) {
    run = Math.abs(sample) >= CEILING ? run + 1 : 0;
    if (run === SHORTEST_FLAT) clipped += SHORTEST_FLAT;
    else if (run > SHORTEST_FLAT) clipped += 1;
  }
  return samples.length === 0 ? 0 : clipped / samples.length;
}

/** The mean of levels by their power, as loudness is. */
function meanOf(levels: readonly number[]): number {
  return 10 * Math.log10(levels.reduce((sum, level) => sum + 10 ** (level / 10), 0) / levels.length);
}

/** The level below which that share of `levels` lies. */
function atShare(levels: readonly number[], share: number): number {
  return [...levels].sort((one, other) => one - other)[Math.floor(share * levels.length)] ?? FLOOR_DB;
}

function lettersIn(text: string): number {
  return (text.match(/\p{L}/gu) ?? []).length;
}
