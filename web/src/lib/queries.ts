import { QueryClient } from "@tanstack/react-query";
import { isConnected, onConnection } from "@/lib/connection";
import { Problem } from "@/lib/problem";
import { recall, remember, type Remembered } from "@/lib/storage";

/** What the server has answered, kept for a short while; all pages share it. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // A studio on this very machine answers without any network: only asking tells.
      networkMode: "always",
      // What the server refused it will refuse again; only silence is worth a second call.
      retry: (failures, error) => failures < 2 && isSilence(error) && isConnected(),
    },
    // What somebody wants done is done now or not at all.
    mutations: { networkMode: "always" },
  },
});

// What failed while the studio was away is asked again when it is back.
onConnection(() => {
  if (isConnected()) void queries.invalidateQueries();
});

/** Remembers what `ask` answers; while the studio is silent, it is what was answered last. */
export async function orRemembered<Answer>(name: Remembered, ask: () => Promise<Answer>): Promise<Answer> {
  try {
    const given = await ask();
    remember(name, JSON.stringify(given));
    return given;
  } catch (error) {
    const kept = recall(name);
    if (!isSilence(error) || kept === null) throw error;
    return JSON.parse(kept) as Answer;
  }
}

/** Whether something failed because the studio did not answer. */
export function isSilence(error: unknown): boolean {
  return error instanceof Problem && error.code === "unreachable";
}
