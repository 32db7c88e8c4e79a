import { useQueries, useQuery, type QueryClient } from "@tanstack/react-query";
import { answer, api } from "@/lib/api";
import { withRow } from "../charts/curves";
import type { Row } from "./shapes";
import { TRAININGS } from "./trainings";

const PAGE = 1000;
const LINES = 200;
const LOG_EVERY_MS = 3000;
const CHECKPOINTS_EVERY_MS = 15_000;

const at = (job_id: string) => ({ params: { path: { job_id } } });
const historyOf = (id: string) => [...TRAININGS, "metrics", id];

const historyQuery = (id: string) => ({
  queryKey: historyOf(id),
  queryFn: ({ signal }: { signal: AbortSignal }) => readHistory(id, signal),
});

/** What every step that was written down came to. */
export function useHistory(id: string) {
  return useQuery(historyQuery(id));
}

/** The same of several trainings, in the order of their ids. */
export function useHistories(ids: readonly string[]) {
  return useQueries({ queries: ids.map(historyQuery) });
}

/** Adds what a step just came to, when there is anything to add it to. */
export function tellRow(queries: QueryClient, id: string, row: Row, totalSteps: number): void {
  queries.setQueryData<Row[]>(historyOf(id), (rows) => rows && withRow(rows, row, totalSteps));
}

/** The saved states, the newest first; no event tells of them, so they are asked for while it runs. */
export function useCheckpoints(id: string, running: boolean) {
  return useQuery({
    queryKey: [...TRAININGS, "checkpoints", id],
    queryFn: async ({ signal }) =>
      (await answer(api.GET("/api/training/{job_id}/checkpoints", { ...at(id), signal }))).items.sort(
        (one, other) => other.step - one.step,
      ),
    refetchInterval: running && CHECKPOINTS_EVERY_MS,
  });
}

/** What was made on the way, the oldest first. */
export function useSamples(id: string) {
  return useQuery({
    queryKey: [...TRAININGS, "samples", id],
    queryFn: async ({ signal }) =>
      (await answer(api.GET("/api/training/{job_id}/samples", { ...at(id), signal }))).items.sort(
        (one, other) => one.step - other.step,
      ),
  });
}

/** The last lines that the trainer printed; asked again and again while it runs. */
export function useLog(id: string, running: boolean) {
  return useQuery({
    queryKey: [...TRAININGS, "log", id],
    queryFn: async ({ signal }) =>
      (
        await answer(
          api.GET("/api/training/{job_id}/log", {
            params: { path: { job_id: id }, query: { lines: LINES } },
            signal,
          }),
        )
      ).lines,
    refetchInterval: running && LOG_EVERY_MS,
  });
}

async function readHistory(job_id: string, signal: AbortSignal): Promise<Row[]> {
  const read = (cursor: string | null) =>
    answer(
      api.GET("/api/training/{job_id}/metrics", {
        params: { path: { job_id }, query: { cursor, limit: PAGE } },
        signal,
      }),
    );
  let page = await read(null);
  const rows = page.items;
  while (page.next_cursor) {
    page = await read(page.next_cursor);
    rows.push(...page.items);
  }
  return rows;
}
