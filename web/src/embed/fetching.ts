import { whole } from "@/inpage/shelf/fetching";
import type { Fetched } from "@/inpage/types";
import { Problem } from "@/lib/problem";

/** The bytes of a file; one that the browser still has is not asked for again, since its address would be another. */
export async function fetchBytes(
  address: URL,
  signal: AbortSignal,
  onFetched: (fetched: Fetched) => void,
): Promise<ArrayBuffer> {
  return whole(await answer(address, { signal, cache: "force-cache" }), { signal, onFetched });
}

/** The content of a small file. */
export async function fetchText(address: URL, init: RequestInit = {}): Promise<string> {
  return (await answer(address, init)).text();
}

/** The answer of the host; throws the Problem `unreachable`, and what the signal says. */
async function answer(address: URL, init: RequestInit): Promise<Response> {
  const response = await fetch(address, init).catch(() => null);
  init.signal?.throwIfAborted();
  if (!response?.ok) throw Problem.unreachable();
  return response;
}
