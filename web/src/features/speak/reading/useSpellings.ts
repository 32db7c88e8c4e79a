import { useQuery } from "@tanstack/react-query";
import { analyze } from "./analyze";
import { elementOf } from "./marks";

/** How `word` is written with its vowels when it is said in each of `ways`, by their IPA; empty until that is known. */
export function useSpellings(
  word: string,
  ways: readonly string[],
  onlyHere: boolean,
): ReadonlyMap<string, string> {
  const spellings = useQuery({
    queryKey: ["spellings", word, ways, onlyHere],
    queryFn: ({ signal }) => spelled(word, ways, onlyHere, signal),
    enabled: ways.length > 0,
    staleTime: Infinity,
  });
  return spellings.data ?? new Map<string, string>();
}

/** Asks the reader itself, of a document in which the word has each of these sounds. */
async function spelled(word: string, ways: readonly string[], onlyHere: boolean, signal: AbortSignal) {
  const elements = ways.map((ipa) => elementOf(word, { ipa }));
  const body = { text: `<speak>${elements.join("، ")}</speak>`, ssml: true, mode: "formal" } as const;
  const { sentences } = await analyze(body, onlyHere, signal);
  const words = sentences.flatMap((sentence) => sentence.words).filter(({ source }) => source === "author");
  return new Map(ways.map((ipa, at) => [ipa, words[at]?.vocalized ?? word]));
}
