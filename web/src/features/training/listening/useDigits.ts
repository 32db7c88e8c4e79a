import { useEffect, useEffectEvent } from "react";

const WRITING = "textarea, select, input, [contenteditable], dialog";

/** Digits that work anywhere on the page but in what is written into; Persian digits are the same keys. */
export function useDigits(digits: Readonly<Record<string, () => void>>): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof Element && event.target.closest(WRITING)) return;
    const act = digits[event.code.replace(/^(Digit|Numpad)/, "")];
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
