import { useEffect, useRef, useState } from "react";
import type { Said } from "@/lib/lexicon";
import type { Stream } from "../place/Maker";
import { wavOf } from "../sound/wavOf";
import { elementOf } from "./marks";

/** Lets one word be heard, said in one way or another; a second asking silences the first. */
export function useHearing(voice: string, stream: Stream) {
  const [error, setError] = useState<unknown>(null);
  const hush = useRef<() => void>(() => undefined);
  useEffect(() => () => hush.current(), []);

  async function hear(word: string, said: Said) {
    hush.current();
    setError(null);
    const sound = new Audio();
    const abort = new AbortController();
    hush.current = () => {
      abort.abort();
      sound.pause();
      URL.revokeObjectURL(sound.src);
    };
    const text = `<speak>${elementOf(word, said)}</speak>`;
    try {
      // How the word is said is given, so it is the same in either mode.
      const request = { text, voice, speed: 1, mode: "formal", ssml: true } as const;
      sound.src = URL.createObjectURL(await wavOf(stream(request, abort.signal)));
      await sound.play();
    } catch (reason) {
      if (!abort.signal.aborted) setError(reason);
    }
  }

  return { hear, error };
}
