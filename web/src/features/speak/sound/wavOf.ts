import type { SpeechDelta } from "@/lib/speech";
import { interrupted } from "../api/streamSpeech";
import { Recording } from "./recording";

/** The WAV file of a whole text; `onProgress` hears 0–100 as its passages arrive. */
export async function wavOf(
  deltas: AsyncGenerator<SpeechDelta>,
  onProgress: (percent: number) => void = () => undefined,
): Promise<Blob> {
  let recording: Recording | null = null;
  for await (const delta of deltas) {
    recording ??= new Recording(delta.sampleRateHz);
    recording.add(delta.pcm, delta.textStart, delta.textEnd);
    onProgress(delta.progress);
  }
  if (recording === null) throw interrupted();
  return recording.wav();
}
