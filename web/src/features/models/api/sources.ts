import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import type { paths } from "@/client/schema";
import { answer, api } from "@/lib/api";
import { useLanguage } from "@/lib/language";
import type { Filters } from "../search";

type Page = paths["/api/sources/search"]["get"]["responses"][200]["content"]["application/json"];

/** A repository as a search finds it. */
export type Found = Page["items"][number];

/** A repository with its files, its card and the voices in it. */
export type Repository =
  paths["/api/sources/model/{owner}/{name}"]["get"]["responses"][200]["content"]["application/json"];

/** One of the voices that a repository offers. */
export type OfferedVoice = Repository["voices"][number];

/** Where the Persian voices of Piper are; a studio without voices begins there. */
export const PIPER_VOICES = "rhasspy/piper-voices";

const PAGE = 20;
const FRESH_MS = 60_000;

/** What the Hub has for these filters, page by page. */
export function useSearch({ q, task, sort, author }: Filters, tags: string[] = []) {
  // Why something does not run is said in the page's language.
  const language = useLanguage();
  return useInfiniteQuery({
    queryKey: ["sources", "search", language, { q, task, sort, author, tags }],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET("/api/sources/search", {
          params: {
            query: {
              q: q ?? "",
              task: task ?? null,
              sort: sort ?? null,
              author: author ?? null,
              filter: tags,
              limit: PAGE,
              cursor: pageParam,
            },
          },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last: Page) => last.next_cursor,
    placeholderData: keepPreviousData,
    staleTime: FRESH_MS,
  });
}

/** A repository, looked into. */
export function useRepository(repoId: string, enabled = true) {
  return useQuery({ ...repositoryQuery(repoId, useLanguage()), enabled });
}

/** Looks into a repository when it is asked for. */
export function useLookInto() {
  const queries = useQueryClient();
  const language = useLanguage();
  return (repoId: string): Promise<Repository> => queries.query(repositoryQuery(repoId, language));
}

function repositoryQuery(repoId: string, language: string) {
  const [owner = "", name = ""] = repoId.split("/");
  return {
    queryKey: ["sources", "model", language, repoId],
    queryFn: () =>
      answer(api.GET("/api/sources/model/{owner}/{name}", { params: { path: { owner, name } } })),
    staleTime: FRESH_MS,
  };
}
