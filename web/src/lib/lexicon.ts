import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { paths } from "@/client/schema";
import { answer, api } from "@/lib/api";

type Page = paths["/api/lexicon"]["get"]["responses"][200]["content"]["application/json"];

/** A word of one's own lexicon. */
export type LexiconEntry = Page["items"][number];

/** How a word is said: in IPA, or respelled in Persian with its vowels. */
export type Said = { ipa: string } | { spoken: string };
type Pronunciation = Said | { ipa: string; spoken: string };

/** What is known of one's lexicon; texts are read anew when it changes. */
export const LEXICON = ["lexicon"];
export const READING = ["reading"];

/** Keeps how one wants a word said. */
export function useKeepWord() {
  const changed = useLexiconChanged();
  return useMutation({
    mutationFn: ({ word, said }: { word: string; said: Pronunciation }) =>
      answer(api.PUT("/api/lexicon/{word}", { params: { path: { word } }, body: said })),
    onSuccess: changed,
  });
}

/** Leaves a word to be read as it was before. */
export function useForgetWord() {
  const changed = useLexiconChanged();
  return useMutation({
    mutationFn: (word: string) => answer(api.DELETE("/api/lexicon/{word}", { params: { path: { word } } })),
    onSuccess: changed,
  });
}

/** Has everything that rests on the lexicon asked for anew. */
export function useLexiconChanged(): () => Promise<unknown> {
  const queries = useQueryClient();
  return () => Promise.all([LEXICON, READING].map((queryKey) => queries.invalidateQueries({ queryKey })));
}
