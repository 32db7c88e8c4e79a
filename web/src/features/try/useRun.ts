import { useState } from "react";
import type { OpenModel } from "@/inpage/models/OpenModel";
import type { Answer, Example } from "@/inpage/models/types";

/** Asks a model, one question after the other. */
export function useRun(model: OpenModel) {
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [count, setCount] = useState(0);
  const [error, setError] = useState<unknown>(null);

  async function run(make: () => Example | Promise<Example>) {
    if (busy) return;
    setBusy(true);
    try {
      setAnswer(await model.run(await make()));
      setCount((before) => before + 1);
      setError(null);
    } catch (reason) {
      setAnswer(null);
      setError(reason);
    } finally {
      setBusy(false);
    }
  }

  return { run: (make: () => Example | Promise<Example>) => void run(make), busy, answer, count, error };
}

export type Run = ReturnType<typeof useRun>["run"];
