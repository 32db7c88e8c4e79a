import { useQuery } from "@tanstack/react-query";
import { answer, api } from "@/lib/api";
import { elementOf } from "./marks";

/** How `word` is written with its vowels when it is said in each of `ways`, by their IPA; empty until that is known. */
export function useSpellings(word: string, ways: readonly string[]): ReadonlyMap<string, string> {
  const spellings = useQuery({
    queryKey: ["spellings", word, ways],
    queryFn: ({ signal }) => spelled(word, ways, signal),
    enabled: ways.length > 0,
    staleTime: Infinity,
  });
  return spellings.data ?? new Map<string, string>();
}

/** Asks the reader itself, of a document in which the word has each of these sounds. */
async function spelled(word: string, ways: readonly string[], signal: AbortSignal) {
  const elements = ways.map((ipa) => elementOf(word, { ipa }));
  const body = { text: `<speak>${elements.join("، ")}</speak>`, ssml: true, mode: "formal" } as const;
  const { sentences } = await answer(api.POST("/api/text/analyze", { body, signal }));
  const words = sentences.flatMap((sentence) => sentence.words).filter(({ source }) => source === "author");
  return new Map(ways.map((ipa, at) => [ipa, words[at]?.vocalized ?? word]));
}
