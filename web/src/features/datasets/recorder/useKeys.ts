import { useEffect, useEffectEvent } from "react";

const WRITING = "textarea, select, input, [contenteditable], dialog";
const PRESSING = `${WRITING}, button, a, summary, audio, [role=button]`;

/** What each key does: R is the key, not the letter, which a Persian keyboard writes otherwise. */
export type Keys = Partial<Record<"Space" | "Enter" | "KeyR" | "KeyS" | "KeyH", () => void>>;

/** Keys that work anywhere on the page but in what needs them itself. */
export function useKeys(keys: Keys): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
    const code = event.code === "NumpadEnter" ? "Enter" : event.code;
    const taken = code === "Space" || code === "Enter" ? PRESSING : WRITING;
    if (event.target instanceof Element && event.target.closest(taken)) return;
    const act = keys[code as keyof Keys];
    if (!act) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    window.addEventListener("keydown", onKeyDown);
    return () => {
      window.removeEventListener("keydown", onKeyDown);
    };
  }, []);
}
