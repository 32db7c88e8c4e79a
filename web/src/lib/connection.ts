import { useSyncExternalStore } from "react";
import { Problem } from "@/lib/problem";

const AGAIN_MS = 5_000;
const PROBE_MS = 5_000;

// What a browser calls online is only that it has a network: whether the studio answers, the studio says.
let connected = true;
let asking: Promise<boolean> | null = null;
let again: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

/** `fetch` that notices whether the studio answers; throws a Problem when it does not. */
export async function reach(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const response = await fetch(input, init).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    return null;
  });
  if (response === null || isGateway(response)) {
    void probe();
    throw Problem.unreachable();
  }
  become(true);
  return response;
}

/** Asks whether the studio answers now. */
export function probe(): Promise<boolean> {
  asking ??= fetch("/health", { cache: "no-store", signal: AbortSignal.timeout(PROBE_MS) })
    .then((response) => !isGateway(response))
    .catch(() => false)
    .then((answers) => {
      asking = null;
      become(answers);
      return answers;
    });
  return asking;
}

/** Whether the studio answered when it was last asked. */
export function isConnected(): boolean {
  return connected;
}

/** Whether the studio answers, for components. */
export function useConnected(): boolean {
  return useSyncExternalStore(onConnection, isConnected);
}

/** Calls `listener` whenever the studio is lost or found again, until the returned function is called. */
export function onConnection(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** A proxy that answers for a studio that does not; the studio's own refusals say what they are. */
function isGateway(response: Response): boolean {
  const own = response.headers.get("Content-Type")?.includes("json") === true;
  return [502, 503, 504].includes(response.status) && !own;
}

function become(next: boolean): void {
  if (next === connected) return;
  connected = next;
  clearInterval(again);
  if (!next) again = setInterval(() => !document.hidden && void probe(), AGAIN_MS);
  listeners.forEach((listener) => {
    listener();
  });
}

window.addEventListener("online", () => void probe());
window.addEventListener("offline", () => void probe());
document.addEventListener("visibilitychange", () => !connected && !document.hidden && void probe());
