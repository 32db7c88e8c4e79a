import { ModelTrouble } from "./trouble";

interface Scaled {
  mean: readonly number[];
  deviation: readonly number[];
}

/** How a sound becomes numbers; the words are those of `engines/classifier/sound.py`. */
export type MelFeatures = Scaled & {
  sample_rate_hz: number;
  longest_s: number;
  window: number;
  hop: number;
  fft: number;
  mels: number;
  low_hz: number;
  high_hz: number;
  range_db: number;
  silence_db: number;
} & ({ kind: "mel_statistics"; parts: number } | { kind: "mel_frames"; frames: number });

/** How a text becomes numbers. */
export type CharacterFeatures = { letters: Readonly<Record<string, string>> } & (
  | { kind: "character_runs"; lengths: readonly number[]; slots: number }
  | { kind: "character_sequence"; symbols: readonly string[]; length: number }
);

/** How a row of a table becomes numbers. */
export type ColumnFeatures = Scaled & { kind: "numbers"; columns: readonly string[] };

export type Features = MelFeatures | CharacterFeatures | ColumnFeatures;

/** `classifier.json`: what a classifier that was taught here tells, and all that must be known to ask it. */
export interface Description {
  format: number;
  name: string;
  labels: readonly string[];
  features: Features;
  validation: { examples: number; accuracy: number; f1: number } | null;
}

const KINDS = ["mel_statistics", "mel_frames", "character_runs", "character_sequence", "numbers"];

/** Reads `classifier.json`; throws `descriptionBroken`. */
export function parseDescription(content: string): Description {
  const told = parsed(content) as Partial<Description> | null;
  const whole = told?.format === 1 && Array.isArray(told.labels) && KINDS.includes(told.features?.kind ?? "");
  if (!whole) throw new ModelTrouble("descriptionBroken", { file: "classifier.json" });
  return { validation: null, name: "classifier.json", ...told } as Description;
}

/** The shape of what a model is shown of one example. */
export function shapeOf(features: Features): number[] {
  switch (features.kind) {
    case "mel_statistics":
      return [features.parts * 2 * features.mels];
    case "mel_frames":
      return [features.frames, features.mels];
    case "character_runs":
      return [features.slots];
    case "character_sequence":
      return [features.length];
    case "numbers":
      return [features.columns.length];
  }
}

function parsed(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return null;
  }
}
