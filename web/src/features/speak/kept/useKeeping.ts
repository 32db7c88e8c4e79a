import { useEffect, useRef, useState } from "react";
import type { Fetched } from "@/inpage/types";

/** How the keeping of a voice stands. */
interface Keeping {
  busy: boolean;
  loading: Fetched | null;
  failure: unknown;
}

const AT_REST: Keeping = { busy: false, loading: null, failure: null };

/** Fetches all that a voice needs to speak here without a network, and keeps it. */
export function useKeeping() {
  const [keeping, setKeeping] = useState(AT_REST);
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);

  const cancel = () => {
    abort.current?.abort();
    setKeeping(AT_REST);
  };

  const keep = async (voice: string) => {
    const { signal } = (abort.current = new AbortController());
    setKeeping({ ...AT_REST, busy: true });
    try {
      const { prepareInPage } = await import("@/inpage/speaker");
      await prepareInPage(voice, signal, (loading) => {
        if (!signal.aborted) setKeeping({ busy: true, loading, failure: null });
      });
      setKeeping(AT_REST);
    } catch (failure) {
      if (!signal.aborted) setKeeping({ ...AT_REST, failure });
    }
  };

  return { ...keeping, keep, cancel };
}
