import { useEffect, useEffectEvent, useRef, useState } from "react";
import { look, type Looked } from "@/inpage/models/finding";
import { loadModel } from "@/inpage/models/loading";
import type { OpenModel } from "@/inpage/models/OpenModel";
import { diskSource, installedSource } from "@/inpage/models/sources";
import type { Found, ModelSource } from "@/inpage/models/types";
import type { Fetched } from "@/inpage/types";

/** A model in memory, with all that came along. */
export interface Opened extends Looked {
  source: ModelSource;
  found: Found;
  model: OpenModel;
}

type State =
  | { phase: "none" }
  | { phase: "loading"; name: string; fetched: Fetched | null }
  | { phase: "open"; opened: Opened };

/** The one model that is tried; choosing another lets go of the first, and so does leaving the page. */
export function useModel() {
  const [state, setState] = useState<State>({ phase: "none" });
  const [error, setError] = useState<unknown>(null);
  const abort = useRef<AbortController | null>(null);
  const held = useRef<OpenModel | null>(null);

  function letGo() {
    abort.current?.abort();
    void held.current?.close();
    held.current = null;
  }

  async function open(name: string, find: (signal: AbortSignal) => Promise<[ModelSource, Looked, Found]>) {
    letGo();
    const { signal } = (abort.current = new AbortController());
    setError(null);
    setState({ phase: "loading", name, fetched: null });
    try {
      const [source, looked, found] = await find(signal);
      const model = await loadModel(source, found, signal, (fetched) => {
        if (!signal.aborted) setState({ phase: "loading", name, fetched });
      });
      if (signal.aborted) return void model.close();
      held.current = model;
      setState({ phase: "open", opened: { ...looked, source, found, model } });
    } catch (reason) {
      if (signal.aborted) return;
      setState({ phase: "none" });
      setError(reason);
    }
  }

  const onLeave = useEffectEvent(letGo);
  useEffect(() => () => onLeave(), []);

  const openSource = (name: string, make: () => Promise<ModelSource>) =>
    open(name, async (signal) => {
      const source = await make();
      const looked = await look(source, signal);
      return [source, looked, looked.models[0]];
    });

  return {
    state,
    error,
    openInstalled: (id: string, name: string) => openSource(name, () => installedSource(id, name)),
    openFiles: (files: readonly File[]) => {
      const source = diskSource(files);
      return openSource(source.name, () => Promise.resolve(source));
    },
    /** Runs another of the models that came together. */
    openOther: ({ source, models, description, labels }: Opened, found: Found) =>
      open(source.name, () => Promise.resolve([source, { models, description, labels }, found])),
    close: () => {
      letGo();
      setState({ phase: "none" });
      setError(null);
    },
  };
}
