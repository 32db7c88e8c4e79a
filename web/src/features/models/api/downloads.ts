import { queryOptions, useMutation, useQuery, useQueryClient, type QueryClient } from "@tanstack/react-query";
import type { paths } from "@/client/schema";
import { answer, api } from "@/lib/api";
import { currentLanguage, useLanguage, type Language } from "@/lib/language";
import { isRunning, latest, latestOf } from "../downloads/progress";

type List = paths["/api/sources/downloads"]["get"]["responses"][200]["content"]["application/json"];

/** A download and how far it is. */
export type Download = List["items"][number];

/** What is to be brought: a repository, or one voice of it. */
export interface Wish {
  repo_id: string;
  voice?: string | undefined;
}

const KEY = ["downloads"];
const SILENCE_MS = 2000;
const MOST = 100;

// Why one failed is said in the page's language.
const keyIn = (language: Language) => [...KEY, language];

const downloadsIn = (language: Language) =>
  queryOptions({
    queryKey: keyIn(language),
    queryFn: async ({ signal }) =>
      (await answer(api.GET("/api/sources/downloads", { params: { query: { limit: MOST } }, signal }))).items,
    structuralSharing: (known, told) => latestOf((known ?? []) as Download[], told as Download[]),
  });

/** The downloads of the person who is logged in. */
export function useDownloads() {
  return useQuery(downloadsIn(useLanguage()));
}

/**
 * The same, followed: while some run and nothing is told of them, the server is asked.
 *
 * Whatever is put into the list puts the next question off, so where live events arrive nothing is asked.
 */
export function useFollowedDownloads() {
  return useQuery({
    ...downloadsIn(useLanguage()),
    refetchInterval: ({ state }) => state.data?.some(isRunning) === true && SILENCE_MS,
  });
}

/** Puts what is known of one download into the list; one that is not in it yet comes first. */
export function tell(queries: QueryClient, told: Download): void {
  queries.setQueryData<Download[]>(keyIn(currentLanguage()), (list = []) =>
    list.some(({ id }) => id === told.id)
      ? list.map((known) => (known.id === told.id ? latest(known, told) : known))
      : [told, ...list],
  );
}

/** Changes what is known of one download; false when the list does not have it. */
export function change(queries: QueryClient, id: string, how: Partial<Download>): boolean {
  const known = queries
    .getQueryData<Download[]>(keyIn(currentLanguage()))
    ?.find((download) => download.id === id);
  if (known) tell(queries, { ...known, ...how });
  return known !== undefined;
}

/** Asks for the list again. */
export function refresh(queries: QueryClient): Promise<void> {
  return queries.invalidateQueries({ queryKey: KEY });
}

/** Begins a download, or joins the equal one that runs. */
export function useStartDownload() {
  return useDownloadCall(({ repo_id, voice }: Wish) =>
    api.POST("/api/sources/download", { body: { repo_id, voice: voice ?? null } }),
  );
}

/** Brings again what is missing or damaged of an installed model. */
export function useMendModel() {
  return useDownloadCall((id: string) =>
    api.POST("/api/sources/installed/{model_id}/mend", { params: { path: { model_id: id } } }),
  );
}

/** Halts a download; its bytes stay. */
export function usePauseDownload() {
  return useDownloadCall((id: string) =>
    api.POST("/api/sources/download/{download_id}/pause", { params: { path: { download_id: id } } }),
  );
}

/** Goes on with a download, over `endpoint` where one is named. */
export function useResumeDownload() {
  return useDownloadCall(({ id, endpoint }: { id: string; endpoint?: string | undefined }) =>
    api.POST("/api/sources/download/{download_id}/resume", {
      params: { path: { download_id: id } },
      body: endpoint === undefined ? null : { endpoint },
    }),
  );
}

/** Gives a download up; nothing of it stays. */
export function useCancelDownload() {
  return useDownloadCall((id: string) =>
    api.DELETE("/api/sources/download/{download_id}", { params: { path: { download_id: id } } }),
  );
}

type Call = Promise<{ data?: Download; error?: unknown; response: Response }>;

/** A call whose answer is the download as it is then. */
function useDownloadCall<Given>(call: (given: Given) => Call) {
  const queries = useQueryClient();
  return useMutation({
    // An answer that is under way tells of a time before this call.
    onMutate: () => queries.cancelQueries({ queryKey: KEY }),
    mutationFn: (given: Given) => answer<Download>(call(given)),
    onSuccess: (download) => tell(queries, download),
    onError: () => refresh(queries),
  });
}
