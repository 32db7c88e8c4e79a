/** What this browser remembers for the studio, by name. */
export type Remembered =
  | "language"
  | "theme"
  | "login"
  | "user"
  | "welcome"
  | "speak_choices"
  | "speak_history"
  | "speak_voices"
  | "reading_vowels"
  | "lexicon";

const PREFIX = "bazgoo.";

// A browser that keeps nothing (private windows may) still works until the page is closed.
const unkept = new Map<Remembered, string>();

/** Reads a remembered value; null when there is none. */
export function recall(name: Remembered): string | null {
  try {
    return localStorage.getItem(PREFIX + name);
  } catch {
    return unkept.get(name) ?? null;
  }
}

/** Remembers a value, or forgets it when it is null. */
export function remember(name: Remembered, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(PREFIX + name);
    else localStorage.setItem(PREFIX + name, value);
  } catch {
    if (value === null) unkept.delete(name);
    else unkept.set(name, value);
  }
}

/** Calls `listener` whenever another tab changes the remembered value. */
export function onRemembered(name: Remembered, listener: () => void): void {
  window.addEventListener("storage", (event) => {
    if (event.key === PREFIX + name || event.key === null) listener();
  });
}
