import { Problem } from "@/lib/problem";
import type { Fetched } from "../types";

/** Asks for a file; with the `etag` of the one that is here the answer may be 304. Throws a Problem. */
export type Ask = (etag: string | null, signal: AbortSignal) => Promise<Response>;

/** Whoever fetches hears how far it is and can end it. */
export interface Listening {
  signal: AbortSignal;
  onFetched?: (fetched: Fetched) => void;
}

/** The body of an answer, piece by piece; throws `unreachable` when it breaks off. */
export async function* pieces(
  response: Response,
  { signal, onFetched }: Listening,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const total = announced(response);
  let loaded = 0;
  const reader = response.body?.getReader();
  try {
    for (let next = await reader?.read(); next?.value; next = await reader?.read()) {
      loaded += next.value.byteLength;
      onFetched?.({ loaded, total });
      yield next.value;
    }
  } catch {
    signal.throwIfAborted();
    throw Problem.unreachable();
  } finally {
    await reader?.cancel().catch(() => undefined);
  }
  if (total > 0 && loaded !== total) throw Problem.unreachable();
}

/** How many bytes the body has; a compressed one does not say. */
function announced({ headers }: Response): number {
  return headers.has("Content-Encoding") ? 0 : Number(headers.get("Content-Length"));
}

/** The body of an answer, in memory. */
export async function whole(response: Response, listening: Listening): Promise<ArrayBuffer> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for await (const piece of pieces(response, listening)) parts.push(piece);
  return new Blob(parts).arrayBuffer();
}
