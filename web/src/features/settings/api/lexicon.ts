import { keepPreviousData, useInfiniteQuery, useMutation } from "@tanstack/react-query";
import type { paths } from "@/client/schema";
import { answer, api, authorizedFetch } from "@/lib/api";
import { LEXICON, useLexiconChanged } from "@/lib/lexicon";
import { Problem } from "@/lib/problem";

type Page = paths["/api/lexicon"]["get"]["responses"][200]["content"]["application/json"];
type Imported = paths["/api/lexicon/import"]["post"]["responses"][200]["content"]["application/json"];

const PAGE = 20;

/** The words of one's lexicon that have `q` in them, page by page. */
export function useLexicon(q: string) {
  return useInfiniteQuery({
    queryKey: [...LEXICON, q],
    queryFn: ({ pageParam, signal }) =>
      answer(api.GET("/api/lexicon", { params: { query: { q, limit: PAGE, cursor: pageParam } }, signal })),
    initialPageParam: null as string | null,
    getNextPageParam: (last: Page) => last.next_cursor,
    placeholderData: keepPreviousData,
  });
}

/** Takes a file of words in, all of it or nothing. */
export function useImportLexicon() {
  const changed = useLexiconChanged();
  return useMutation({
    mutationFn: async (file: Blob) => {
      const sent = await authorizedFetch("/api/lexicon/import", {
        method: "POST",
        headers: { "Content-Type": "text/tab-separated-values" },
        body: file,
      });
      if (!sent.ok) throw await Problem.read(sent);
      return (await sent.json()) as Imported;
    },
    onSuccess: changed,
  });
}

/** Saves the whole lexicon as a file. */
export function useExportLexicon() {
  return useMutation({
    mutationFn: async () => {
      const file = await authorizedFetch("/api/lexicon/export");
      if (!file.ok) throw await Problem.read(file);
      saveAs(await file.blob(), "lexicon.tsv");
    },
  });
}

function saveAs(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser has opened the file long before.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
