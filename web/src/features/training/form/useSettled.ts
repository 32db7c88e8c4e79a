import { useEffect, useState } from "react";

const PAUSE_MS = 400;

/** What was last given, once it has stayed the same for a while; things that are written the same are the same. */
export function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  const same = JSON.stringify(settled) === JSON.stringify(value);
  useEffect(() => {
    if (same) return;
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  });
  return same ? value : settled;
}
