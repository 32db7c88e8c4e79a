import { useEffect, useRef, useState } from "react";
import { fetchBlob } from "./fetchBlob";

type State = "silent" | "loading" | "playing";

// Two recordings at once would tell nothing of either.
let hush: () => void = () => undefined;

/** Plays the recording at `path`; asking for another path lets go of the first. */
export function useClip(path: string) {
  const [state, setState] = useState<State>("silent");
  const [error, setError] = useState<unknown>(null);
  const [positionS, setPositionS] = useState(0);
  const sound = useRef<HTMLAudioElement | null>(null);
  const abort = useRef<AbortController | null>(null);

  useEffect(
    () => () => {
      abort.current?.abort();
      sound.current?.pause();
      if (sound.current) URL.revokeObjectURL(sound.current.src);
      sound.current = null;
      setState("silent");
      setPositionS(0);
    },
    [path],
  );

  const pause = () => {
    abort.current?.abort();
    sound.current?.pause();
    setState("silent");
  };

  async function play(fromS?: number) {
    hush();
    hush = pause;
    setError(null);
    try {
      if (!sound.current) {
        setState("loading");
        abort.current = new AbortController();
        sound.current = await load(path, abort.current.signal);
        sound.current.ontimeupdate = () => setPositionS(sound.current?.currentTime ?? 0);
        sound.current.onended = () => {
          setState("silent");
          setPositionS(0);
        };
      }
      if (fromS !== undefined) sound.current.currentTime = fromS;
      await sound.current.play();
      setState("playing");
    } catch (reason) {
      setState("silent");
      if (!isAbort(reason)) setError(reason);
    }
  }

  return { state, error, positionS, play, pause };
}

async function load(path: string, signal: AbortSignal): Promise<HTMLAudioElement> {
  return new Audio(URL.createObjectURL(await fetchBlob(path, signal)));
}

function isAbort(reason: unknown): boolean {
  return reason instanceof DOMException && reason.name === "AbortError";
}
