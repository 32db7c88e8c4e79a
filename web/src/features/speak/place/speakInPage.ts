import type { Source } from "./making";

// What is ready speaks sooner than this; whoever waits longer is told that something is on its way.
const SOON_MS = 400;

/** The page's own voice; what it needs is loaded when somebody first has it speak. */
export const speakInPage: Source = async function* (request, signal, onLoading) {
  const waiting = setTimeout(() => onLoading({ loaded: 0, total: 0 }), SOON_MS);
  try {
    const { streamInPage } = await import("@/inpage/speaker");
    for await (const delta of streamInPage(request, signal, onLoading)) {
      clearTimeout(waiting);
      yield delta;
    }
  } finally {
    clearTimeout(waiting);
  }
};
