import { useEffect, useRef, useState } from "react";
import type { Sound } from "@/inpage/models/features/wav";
import type { Fetched } from "@/inpage/types";
import { Speech } from "./Speech";

type State =
  | { phase: "silent" | "speaking" | "done" }
  | { phase: "loading"; fetched: Fetched }
  | { phase: "failed"; error: unknown };

/** Speaks in the page; what it takes is loaded when somebody first asks. */
export function useSpeech(onSpoken: (sound: Sound) => void) {
  const [state, setState] = useState<State>({ phase: "silent" });
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);

  async function speak(text: string, voice: string) {
    abort.current?.abort();
    const { signal } = (abort.current = new AbortController());
    setState({ phase: "loading", fetched: { loaded: 0, total: 0 } });
    const speech = new Speech();
    signal.addEventListener("abort", () => speech.close());
    try {
      const { streamInPage } = await import("@/inpage/speaker");
      const request = { text, voice, speed: 1, mode: "formal", ssml: false } as const;
      const onLoading = (fetched: Fetched) => {
        if (!signal.aborted) setState({ phase: "loading", fetched });
      };
      for await (const delta of streamInPage(request, signal, onLoading)) {
        setState({ phase: "speaking" });
        speech.add(delta);
      }
      const spoken = await speech.whole();
      if (signal.aborted) return;
      onSpoken(spoken);
      setState({ phase: "done" });
    } catch (error) {
      if (!signal.aborted) setState({ phase: "failed", error });
    } finally {
      speech.close();
    }
  }

  const stop = () => {
    abort.current?.abort();
    setState({ phase: "silent" });
  };
  return { state, speak: (text: string, voice: string) => void speak(text, voice), stop };
}
