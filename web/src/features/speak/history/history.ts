import { onRemembered, recall, remember } from "@/lib/storage";
import { MODES, type Mode } from "@/lib/speech";
import { PLACES, type Place } from "../place/places";

/** One text that was spoken in this browser. */
export interface HistoryEntry {
  id: string;
  text: string;
  ssml: boolean;
  voice: string;
  speed: number;
  mode: Mode;
  spokenAt: string;
  durationS: number;
  /** Where it was made. */
  madeIn: Place;
}

/** How many texts, and how many characters in all (browsers give about five million bytes), are kept. */
export const MOST_ENTRIES = 50;
export const MOST_CHARACTERS = 1_000_000;

/** The last texts of this browser, newest first; where nothing may be stored they last as long as the page. */
export class History {
  #entries: readonly HistoryEntry[] = parse(recall("speak_history"));
  #listeners = new Set<() => void>();

  constructor() {
    onRemembered("speak_history", () => {
      this.#show(parse(recall("speak_history")));
    });
  }

  get entries(): readonly HistoryEntry[] {
    return this.#entries;
  }

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** Puts an entry on top; the same text with the same voice, speed and mode is kept once. */
  add(entry: HistoryEntry): void {
    this.replace([entry, ...this.#entries.filter((known) => !isSame(known, entry))]);
  }

  remove(id: string): void {
    this.replace(this.#entries.filter((entry) => entry.id !== id));
  }

  /** Sets all entries, as undo does; what exceeds the bounds is forgotten, oldest first. */
  replace(entries: readonly HistoryEntry[]): void {
    const kept = bounded(entries);
    remember("speak_history", kept.length === 0 ? null : JSON.stringify(kept));
    this.#show(kept);
  }

  #show(entries: readonly HistoryEntry[]): void {
    this.#entries = entries;
    this.#listeners.forEach((listener) => {
      listener();
    });
  }
}

/** The newest entries that fit the bounds. */
export function bounded(entries: readonly HistoryEntry[]): HistoryEntry[] {
  let characters = 0;
  return entries.slice(0, MOST_ENTRIES).filter((entry) => {
    characters += entry.text.length;
    return characters <= MOST_CHARACTERS;
  });
}

function parse(stored: string | null): HistoryEntry[] {
  try {
    const entries: unknown = JSON.parse(stored ?? "[]");
    return Array.isArray(entries) ? bounded(entries.map(completed).filter(isEntry)) : [];
  } catch {
    return [];
  }
}

function isSame(one: HistoryEntry, other: HistoryEntry): boolean {
  const keys = ["text", "ssml", "voice", "speed", "mode"] as const;
  return keys.every((key) => one[key] === other[key]);
}

const SHAPE = {
  id: "string",
  text: "string",
  ssml: "boolean",
  voice: "string",
  speed: "number",
  mode: "string",
  spokenAt: "string",
  durationS: "number",
  madeIn: "string",
} as const satisfies Record<keyof HistoryEntry, string>;

/** What was kept before there were modes was read as it is written, and before there were places by the server. */
function completed(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const kept = new Map<string, unknown>(Object.entries(value));
  const mode = MODES.find((known) => known === kept.get("mode")) ?? "formal";
  const madeIn = PLACES.find((known) => known === kept.get("madeIn")) ?? "server";
  return { ...value, mode, madeIn };
}

function isEntry(value: unknown): value is HistoryEntry {
  if (typeof value !== "object" || value === null) return false;
  const fields = new Map(Object.entries(value));
  return Object.entries(SHAPE).every(([name, type]) => typeof fields.get(name) === type);
}
