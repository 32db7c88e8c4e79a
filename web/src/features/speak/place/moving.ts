import { Problem } from "@/lib/problem";
import type { SpeechDelta, SpeechRequest } from "@/lib/speech";
import type { Place } from "./places";

/** Why the server cannot make it, although the browser may. */
type ServerReason = "unreachable" | "busy" | "broken" | "noVoice";
/** Why the browser cannot make it, although the server may. */
type BrowserReason = "offline" | "memory" | "reader" | "voice" | "failed";
/** Why a text is not made where it was begun. */
export type Reason = ServerReason | BrowserReason;

/** Why what went wrong in a place may go well in another; null when it lies in the text or the person. */
export function reasonToMove(from: Place, error: unknown): Reason | null {
  return from === "server" ? serverReason(error) : browserReason(error);
}

function serverReason(error: unknown): ServerReason | null {
  if (!(error instanceof Problem)) return null;
  if (error.code === "voice_not_found") return "noVoice";
  if (error.status === 0) return "unreachable";
  if (error.status === 429) return "busy";
  return error.status >= 500 ? "broken" : null;
}

function browserReason(error: unknown): BrowserReason | null {
  if (isOfMemory(error)) return "memory";
  if (!(error instanceof Problem)) return isOffline(error) ? "offline" : "failed";
  if (error.code === "reader_unavailable") return "reader";
  if (error.code === "voice_damaged") return "voice";
  if ([400, 401, 403, 422].includes(error.status)) return null;
  return error.status === 0 ? "offline" : "failed";
}

/** A part of the page itself cannot be fetched, as long as it was never needed before. */
function isOffline(error: unknown): boolean {
  return error instanceof TypeError && /fetch|import|network/i.test(error.message);
}

function isOfMemory(error: unknown): boolean {
  return error instanceof RangeError || (error instanceof Error && /memory|alloc/i.test(error.message));
}

/** What is left of a text whose first `said` code points are spoken; null for a document, which cannot be cut. */
export function restOf(request: SpeechRequest, said: number): SpeechRequest | null {
  if (said === 0) return request;
  return request.ssml ? null : { ...request, text: [...request.text].slice(said).join("") };
}

/** The passages of a text's rest, at their places in the whole. */
export async function* asRest(
  deltas: AsyncGenerator<SpeechDelta>,
  before: { said: number; progress: number },
): AsyncGenerator<SpeechDelta> {
  for await (const delta of deltas) {
    yield {
      ...delta,
      textStart: delta.textStart + before.said,
      textEnd: delta.textEnd + before.said,
      progress: before.progress + ((100 - before.progress) * delta.progress) / 100,
    };
  }
}
