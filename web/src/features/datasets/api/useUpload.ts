import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { Problem } from "@/lib/problem";
import { refresh } from "./datasets";
import { send, type Sending } from "./uploading";

/** Sends a dataset; it can be given up while it travels. */
export function useUpload() {
  const queries = useQueryClient();
  const [progress, setProgress] = useState(0);
  const abort = useRef<AbortController | null>(null);
  const mutation = useMutation({
    mutationFn: (sending: Sending) => {
      setProgress(0);
      abort.current = new AbortController();
      return send(sending, abort.current.signal, setProgress);
    },
    onSettled: () => refresh(queries),
  });
  useAskBeforeLeaving(mutation.isPending);
  return {
    ...mutation,
    error: isGivenUp(mutation.error) ? null : mutation.error,
    progress,
    cancel: () => abort.current?.abort(),
  };
}

/** Whether it was cancelled on its way, or deleted from the list while its records were read. */
function isGivenUp(error: unknown): boolean {
  if (error instanceof Problem) return error.code === "dataset_not_found";
  return error instanceof DOMException && error.name === "AbortError";
}

/** Lets the browser ask before it closes a page from which something travels. */
function useAskBeforeLeaving(travels: boolean): void {
  useEffect(() => {
    if (!travels) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [travels]);
}
