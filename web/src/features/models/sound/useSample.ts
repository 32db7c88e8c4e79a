import { useEffect, useRef, useState } from "react";
import { authorizedFetch } from "@/lib/api";
import { Problem } from "@/lib/problem";

type State = "silent" | "loading" | "playing";

// Two samples at once would tell nothing of either.
let hush: () => void = () => undefined;

/** Plays a sample of a voice that is not here yet. */
export function useSample(repoId: string, path: string) {
  const [state, setState] = useState<State>("silent");
  const [error, setError] = useState<unknown>(null);
  const stop = useRef<() => void>(() => undefined);
  useEffect(() => () => stop.current(), []);

  async function play() {
    hush();
    setError(null);
    setState("loading");
    const sound = new Audio();
    const abort = new AbortController();
    const end = () => {
      abort.abort();
      sound.pause();
      URL.revokeObjectURL(sound.src);
      setState("silent");
    };
    hush = stop.current = end;
    sound.onended = end;
    try {
      sound.src = URL.createObjectURL(await fetchSample(repoId, path, abort.signal));
      await sound.play();
      setState("playing");
    } catch (reason) {
      if (abort.signal.aborted) return;
      end();
      setError(reason);
    }
  }

  return { state, error, play, stop: () => stop.current() };
}

async function fetchSample(repo_id: string, path: string, signal: AbortSignal): Promise<Blob> {
  const response = await authorizedFetch(`/api/sources/sample?${new URLSearchParams({ repo_id, path })}`, {
    signal,
  });
  if (!response.ok) throw await Problem.read(response);
  return response.blob();
}
