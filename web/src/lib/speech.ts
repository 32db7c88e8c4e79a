/** The language a text is read in: as it is written, or as Tehran speaks. */
export const MODES = ["formal", "colloquial"] as const;
export type Mode = (typeof MODES)[number];

/** What is to be said, and how. */
export interface SpeechRequest {
  text: string;
  voice: string;
  speed: number;
  mode: Mode;
  ssml: boolean;
}

/** One passage of sound: 16-bit mono samples and the code points of the text it says. */
export interface SpeechDelta {
  pcm: Uint8Array<ArrayBuffer>;
  sampleRateHz: number;
  textStart: number;
  textEnd: number;
  /** How much of the text is made, 0–100. */
  progress: number;
}
