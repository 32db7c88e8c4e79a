import { authorizedFetch } from "@/lib/api";
import { Problem } from "@/lib/problem";
import type { SpeechRequest } from "@/lib/speech";

/** The file formats a person may take home. */
export const FORMATS = ["mp3", "wav", "opus", "flac", "aac"] as const;
export type Format = (typeof FORMATS)[number];

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
