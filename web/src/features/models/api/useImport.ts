import { useMutation } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { importFiles } from "./importing";
import { useForget } from "./installed";

/** Brings models in from files; it can be given up while they travel. */
export function useImport() {
  const [progress, setProgress] = useState(0);
  const abort = useRef<AbortController | null>(null);
  const forget = useForget();
  const mutation = useMutation({
    mutationFn: (files: readonly File[]) => {
      setProgress(0);
      abort.current = new AbortController();
      return importFiles(files, abort.current.signal, setProgress);
    },
    onSuccess: forget,
  });
  const cancelled = mutation.error instanceof DOMException && mutation.error.name === "AbortError";
  return {
    ...mutation,
    error: cancelled ? null : mutation.error,
    progress,
    cancel: () => abort.current?.abort(),
  };
}
