import { LONGEST_TEXT } from "./text/offsets";

/** What an address of the Speak page asks for: a voice to hear, and a text for the field. */
export interface Asked {
  voice?: string | undefined;
  text?: string | undefined;
}

/** Reads what the address asks for; whatever is odd in it is left out. */
export function readAsked(search: Record<string, unknown>): Asked {
  const { voice, text } = search;
  return {
    voice: typeof voice === "string" ? voice : undefined,
    // A text of digits alone arrives as a number.
    text: typeof text === "string" || typeof text === "number" ? clean(String(text)) : undefined,
  };
}

/** The text in what a device shares: the text under its title; an address only where there is nothing else. */
export function sharedText(query: string): string | undefined {
  const given = new URLSearchParams(query);
  const parts = ["title", "text", "url"].map((name) => clean(given.get(name) ?? "") ?? "");
  const said = [...new Set(parts)].filter((part) => part !== "" && !/^https?:\/\/\S+$/.test(part));
  return clean(said.join("\n")) ?? parts.find((part) => part !== "");
}

/** Without what no text has, such as control characters; undefined when nothing is left. */
function clean(text: string): string | undefined {
  const plain = text
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, "");
  return [...plain.trim()].slice(0, LONGEST_TEXT).join("") || undefined;
}
