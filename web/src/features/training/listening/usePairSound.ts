import { useState } from "react";
import { useClip } from "@/lib/sound/useClip";
import type { Pair } from "../api/shapes";

/** Plays the two clips of a pair, never both at once, and knows which have been heard. */
export function usePairSound({ a_url, b_url }: Pair) {
  const a = useClip(a_url);
  const b = useClip(b_url);
  const [heard, setHeard] = useState({ a: false, b: false });
  const play = async (side: "a" | "b") => {
    await (side === "a" ? a : b).play(0);
    setHeard((before) => ({ ...before, [side]: true }));
  };
  return {
    states: { a: a.state, b: b.state },
    heardBoth: heard.a && heard.b,
    error: a.error ?? b.error,
    play,
    pause: (side: "a" | "b") => (side === "a" ? a : b).pause(),
    stop: () => {
      a.pause();
      b.pause();
    },
  };
}

/** The two clips of a pair. */
export type PairSound = ReturnType<typeof usePairSound>;
