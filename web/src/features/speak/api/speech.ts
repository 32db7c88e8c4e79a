import { authorizedFetch } from "@/lib/api";
import { Problem } from "@/lib/problem";

/** The file formats a person may take home. */
export const FORMATS = ["mp3", "wav", "opus", "flac", "aac"] as const;
export type Format = (typeof FORMATS)[number];

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

/** Asks for speech in any shape; throws the Problem of a refusal. */
export async function requestSpeech(
  request: SpeechRequest,
  shape: { format: Format | "pcm"; stream: boolean; stream_format?: "sse" },
  signal: AbortSignal,
): Promise<Response> {
  const response = await authorizedFetch("/api/speech", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ ...request, ...shape }),
    signal,
  });
  if (!response.ok) throw await Problem.read(response);
  return response;
}
