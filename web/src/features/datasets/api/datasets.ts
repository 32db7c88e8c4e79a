import { useMutation, useQuery, useQueryClient, type QueryClient } from "@tanstack/react-query";
import type { paths } from "@/client/schema";
import { answer, api } from "@/lib/api";
import { currentLanguage, useLanguage, type Language } from "@/lib/language";
import { isRunning, latest } from "../progress";
import type { Dataset, Kind, Metadata } from "./shapes";

type List = paths["/api/datasets"]["get"]["responses"][200]["content"]["application/json"];

/** What to change of a dataset. */
export type DatasetChange =
  paths["/api/datasets/{dataset_id}"]["patch"]["requestBody"]["content"]["application/json"];

/** All that is known of datasets. */
export const DATASETS = ["datasets"];

const SILENCE_MS = 2000;
const PAGE = 100;

// Why a row was rejected is said in the page's language.
const listIn = (language: Language) => [...DATASETS, "list", language];
const oneIn = (language: Language, id: string) => [...DATASETS, "one", language, id];
const at = (dataset_id: string) => ({ params: { path: { dataset_id } } });

/** The datasets of the person who is logged in, followed: while some come in and nothing is told, the server is asked. */
export function useDatasets() {
  return useQuery({
    queryKey: listIn(useLanguage()),
    queryFn: ({ signal }) => readAll(signal),
    refetchInterval: ({ state }) => state.data?.items.some(isRunning) === true && SILENCE_MS,
  });
}

/** One dataset, followed in the same way. */
export function useDataset(id: string) {
  return useQuery({
    queryKey: oneIn(useLanguage(), id),
    queryFn: ({ signal }) => answer(api.GET("/api/datasets/{dataset_id}", { ...at(id), signal })),
    refetchInterval: ({ state }) => state.data !== undefined && isRunning(state.data) && SILENCE_MS,
  });
}

async function readAll(signal: AbortSignal): Promise<List> {
  const read = (cursor: string | null) =>
    answer(api.GET("/api/datasets", { params: { query: { cursor, limit: PAGE } }, signal }));
  let list = await read(null);
  while (list.next_cursor) {
    const more: List = await read(list.next_cursor);
    list = { ...more, items: [...list.items, ...more.items] };
  }
  return list;
}

/** Changes what is known of a dataset; false where nothing is. */
export function change(queries: QueryClient, id: string, news: Partial<Metadata>): boolean {
  const language = currentLanguage();
  let known = false;
  const update = (dataset: Dataset) => {
    if (dataset.id !== id) return dataset;
    known = true;
    return latest(dataset, news);
  };
  queries.setQueryData<List>(listIn(language), (list) => list && { ...list, items: list.items.map(update) });
  queries.setQueryData<Dataset>(oneIn(language, id), (dataset) => dataset && update(dataset));
  return known;
}

/** Has everything about datasets asked for anew. */
export function refresh(queries: QueryClient): Promise<void> {
  return queries.invalidateQueries({ queryKey: DATASETS });
}

/** Begins a dataset that is recorded into. */
export function useCreateEmpty() {
  return useDatasetCall((body: { name: string; type: Kind; license: string; consent: string }) =>
    answer(api.POST("/api/datasets", { body, bodySerializer: formOf })),
  );
}

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

/** Brings a dataset from the Hub. */
export function usePull() {
  return useDatasetCall((repo_id: string) => answer(api.POST("/api/datasets/pull", { body: { repo_id } })));
}

/** Gives a dataset another name, licence or consent. */
export function useChangeDataset(id: string) {
  return useDatasetCall((body: DatasetChange) =>
    answer(api.PATCH("/api/datasets/{dataset_id}", { ...at(id), body })),
  );
}

/** Deletes a dataset with its files; one that is still coming in is given up. */
export function useDeleteDataset() {
  return useDatasetCall((id: string) => answer(api.DELETE("/api/datasets/{dataset_id}", at(id))));
}

/** Checks all records again. */
export function useCheck() {
  return useDatasetCall((id: string) => answer(api.POST("/api/datasets/{dataset_id}/check", at(id))));
}

/** Hands the browser a dataset as one file. */
export function useExport(id: string) {
  return useMutation({
    mutationFn: (layout: "ljspeech" | "audiofolder") =>
      answer(
        api.POST("/api/datasets/{dataset_id}/export", {
          params: { path: { dataset_id: id }, query: { layout } },
        }),
      ),
    onSuccess: ({ url }) => {
      const link = document.createElement("a");
      link.href = url;
      link.download = "";
      link.click();
    },
  });
}

/** A call after which what was known of datasets is old. */
function useDatasetCall<Given, Answer>(mutationFn: (given: Given) => Promise<Answer>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn, onSettled: () => refresh(queries) });
}
