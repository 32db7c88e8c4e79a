import { useQuery } from "@tanstack/react-query";
import { answer, api } from "@/lib/api";
import { READING } from "@/lib/lexicon";

/** How a transcript will be read, word by word; asked for when it is wanted. */
export function useReading(text: string) {
  return useQuery({
    queryKey: [...READING, "dataset", text],
    queryFn: async ({ signal }) => {
      const { normalized, sentences } = await answer(
        api.POST("/api/text/analyze", { body: { text, mode: "formal", ssml: false }, signal }),
      );
      const words = sentences.flatMap((sentence) => sentence.words);
      return { normalized, words: words.filter(({ source }) => source !== "mark") };
    },
    enabled: text.trim() !== "",
  });
}
