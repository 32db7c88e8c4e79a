const CHANNEL = "bazgoo.kept";
const listeners = new Set<() => void>();

// A browser tells the other tabs, never the one that speaks.
const channel = new BroadcastChannel(CHANNEL);
channel.onmessage = () => listeners.forEach((listener) => listener());

/** Calls `listener` whenever this tab or another has kept or removed something. */
export function onKept(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Says that something has been kept or removed. */
export function tell(): void {
  listeners.forEach((listener) => listener());
  channel.postMessage(null);
}
