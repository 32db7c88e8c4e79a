import { useQuery } from "@tanstack/react-query";
import { answer, api } from "@/lib/api";
import { READING } from "@/lib/lexicon";

/** A word and its sounds. */
export interface ReadWord {
  text: string;
  ipa: string;
}

/** How the words of a sentence are read, asked for while `wanted`. */
export function useHint(text: string, wanted: boolean) {
  return useQuery({
    queryKey: [...READING, "hint", text],
    queryFn: ({ signal }) => read(text, signal),
    enabled: wanted,
    staleTime: Infinity,
  });
}

async function read(text: string, signal: AbortSignal): Promise<ReadWord[]> {
  const { sentences } = await answer(
    api.POST("/api/text/analyze", { body: { text, mode: "formal", ssml: false }, signal }),
  );
  return sentences
    .flatMap(({ words }) => words)
    .filter(({ source }) => source !== "mark")
    .map((word) => ({ text: word.vocalized, ipa: word.ipa }));
}
