import { authorizedFetch } from "@/lib/api";
import { LEXICON } from "@/lib/lexicon";
import { Problem } from "@/lib/problem";
import { queries } from "@/lib/queries";
import { bearer, whoIsThere } from "@/lib/session";
import { recall, remember } from "@/lib/storage";
import type { Lexicon } from "./types";

const FRESH_MS = 60_000;

/** A lexicon and whose it is. */
interface Kept {
  owner: string;
  words: Lexicon;
}

/** The words of whoever is logged in, as the server has them or last had; of nobody there are none. */
export async function ownLexicon(): Promise<Lexicon> {
  if (bearer() === null) return {};
  try {
    return await queries.query({ queryKey: [...LEXICON, "whole"], queryFn: ask, staleTime: FRESH_MS });
  } catch {
    return lastKnown();
  }
}

async function ask(): Promise<Lexicon> {
  const response = await authorizedFetch("/api/lexicon/export");
  if (!response.ok) throw await Problem.read(response);
  const words = wordsIn(await response.text());
  const owner = (await whoIsThere())?.id;
  if (owner) remember("lexicon", JSON.stringify({ owner, words } satisfies Kept));
  return words;
}

async function lastKnown(): Promise<Lexicon> {
  const kept = JSON.parse(recall("lexicon") ?? "null") as Kept | null;
  const person = await whoIsThere().catch(() => null);
  return kept && (!person || person.id === kept.owner) ? kept.words : {};
}

/** The first two columns of the file, `word` and `ipa`, without the line of names. */
export function wordsIn(file: string): Lexicon {
  const rows = file.split("\n").slice(1).filter(Boolean);
  return Object.fromEntries(rows.map((row) => row.split("\t").slice(0, 2) as [string, string]));
}
