import type { GraphFailure } from "../onnx";
import type { VoiceConfig } from "./config";

/** What the page asks of a voice's worker: first to open the voice, then to speak. */
export type Asked =
  { graph: ArrayBuffer; config: VoiceConfig } | { ids: readonly number[]; speaker: number; speed: number };

/** What it answers, in the order of asking; opening answers no samples. */
export type Answered = { samples: Float32Array<ArrayBuffer> } | { failure: GraphFailure["reason"] };
