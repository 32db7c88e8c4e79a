import { useEffect, useState } from "react";

const PAUSE_MS = 300;

/** Holds what is being typed, and hands it on when the typing pauses. */
export function useDeferredTyping<Value>(
  settled: Value,
  onSettle: (value: Value) => void,
): [typed: Value, setTyped: (value: Value) => void] {
  const [typed, setTyped] = useState(settled);
  const [pending, setPending] = useState(false);
  useEffect(() => {
    if (!pending) return;
    const timer = setTimeout(() => {
      setPending(false);
      onSettle(typed);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, pending, onSettle]);
  const type = (value: Value) => {
    setTyped(value);
    setPending(true);
  };
  return [pending ? typed : settled, type];
}
