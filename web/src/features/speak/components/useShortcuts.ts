import { useEffect, useEffectEvent } from "react";

const WRITING = "textarea, select, input:not([type=range], [type=checkbox]), [contenteditable]";
const PRESSING = `${WRITING}, button, a, input, summary, [role=button], [role=slider]`;

interface Shortcuts {
  /** Ctrl+Enter, or Cmd+Enter. */
  onSpeak: () => void;
  /** Space or K, outside the controls that need these keys themselves. */
  onPlay: () => void;
}

/** Keys that work anywhere on the page. K is the key, not the letter: on a Persian keyboard it writes ن. */
export function useShortcuts({ onSpeak, onPlay }: Shortcuts): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.repeat) return;
    const command = event.ctrlKey || event.metaKey;
    const within = (selector: string) =>
      event.target instanceof Element && event.target.closest(selector) !== null;
    if (event.key === "Enter" && command) onSpeak();
    else if (command || event.altKey) return;
    else if (event.key === " " && !within(PRESSING)) onPlay();
    else if (event.code === "KeyK" && !within(WRITING)) onPlay();
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    window.addEventListener("keydown", onKeyDown);
    return () => {
      window.removeEventListener("keydown", onKeyDown);
    };
  }, []);
}
