import { t } from "i18next";
import { Problem } from "@/lib/problem";

/** The JSON beside a Piper voice, as far as running its graph needs it. */
export interface VoiceConfig {
  sampleRateHz: number;
  /** What Piper calls the noise of the sound, the length, and the noise of the lengths. */
  scales: readonly [noise: number, length: number, lengthNoise: number];
  /** Ids of some symbols, for a first run. */
  someIds: readonly number[];
  speakers: ReadonlyMap<string, number>;
  /** What people call the voice, if it says so. */
  name: string | null;
}

interface Written {
  audio: { sample_rate: number };
  inference?: { noise_scale?: number; length_scale?: number; noise_w?: number };
  phoneme_id_map: Record<string, number[]>;
  num_speakers: number;
  speaker_id_map?: Record<string, number>;
  dataset?: string;
}

/** Reads that JSON; throws the Problem `voice_damaged`. */
export function readConfig(content: string): VoiceConfig {
  try {
    return meant(JSON.parse(content) as Written);
  } catch {
    throw new Problem({ status: 422, code: "voice_damaged", detail: t("inpage.configDamaged") });
  }
}

function meant(written: Written): VoiceConfig {
  const { noise_scale = 0.667, length_scale = 1, noise_w = 0.8 } = written.inference ?? {};
  if (!(written.audio.sample_rate > 0 && length_scale > 0)) throw new RangeError();
  return {
    sampleRateHz: written.audio.sample_rate,
    scales: [noise_scale, length_scale, noise_w],
    someIds: middle(Object.values(written.phoneme_id_map)),
    speakers: new Map(Object.entries(speakersOf(written))),
    name: written.dataset ?? null,
  };
}

/** Ids from the middle of the table, where letters are: as many as a short clause has. */
function middle(table: number[][]): number[] {
  const half = Math.floor(table.length / 2);
  return table.slice(half, half + 32).flat();
}

function speakersOf({ num_speakers, speaker_id_map = {} }: Written): Record<string, number> {
  if (num_speakers < 2) return {};
  if (Object.keys(speaker_id_map).length > 0) return speaker_id_map;
  return Object.fromEntries(Array.from({ length: num_speakers }, (_, number) => [String(number), number]));
}
