import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQueryClient,
  type InfiniteData,
  type QueryClient,
} from "@tanstack/react-query";
import type { paths } from "@/client/schema";
import { answer, api } from "@/lib/api";
import { asked, type Asked, type View } from "../address";
import { DATASETS } from "./datasets";
import type { DatasetRecord, RecordPage } from "./shapes";

/** What to change of a record. */
export type RecordChange =
  paths["/api/datasets/{dataset_id}/records/{n}"]["patch"]["requestBody"]["content"]["application/json"];

const PAGE = 30;
const LARGEST_PAGE = 200;

const recordsOf = (id: string) => [...DATASETS, "records", id];
const at = (dataset_id: string, n: number) => ({ params: { path: { dataset_id, n } } });

/** The records of a dataset as one wants to see them, page by page. */
export function useRecords(id: string, view: View) {
  return useInfiniteQuery({
    queryKey: [...recordsOf(id), view],
    queryFn: ({ pageParam, signal }) => read(id, { ...asked(view), limit: PAGE, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last: RecordPage) => last.next_cursor,
    placeholderData: keepPreviousData,
  });
}

/** Changes one record, and shows it so wherever it is shown. */
export function useChangeRecord(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ n, ...body }: RecordChange & { n: number }) =>
      answer(api.PATCH("/api/datasets/{dataset_id}/records/{n}", { ...at(id, n), body })),
    onSuccess: (record) => {
      put(queries, id, record);
      return forgetTotals(queries);
    },
  });
}

/** Deletes one record with its recording. */
export function useDeleteRecord(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (n: number) => answer(api.DELETE("/api/datasets/{dataset_id}/records/{n}", at(id, n))),
    onSuccess: () => queries.invalidateQueries({ queryKey: DATASETS }),
  });
}

/** Leaves records out, or takes them in again. */
export function useExclude(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { numbers: number[]; excluded: boolean }) =>
      answer(api.POST("/api/datasets/{dataset_id}/exclude", { params: { path: { dataset_id: id } }, body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: DATASETS }),
  });
}

/** The numbers of all records that have a problem and are not left out yet: what one click leaves out and undoes. */
export async function numbersWith(id: string, problem: string): Promise<number[]> {
  const numbers: number[] = [];
  let cursor: string | null = null;
  do {
    const page: RecordPage = await read(id, { problem, excluded: false, limit: LARGEST_PAGE, cursor });
    numbers.push(...page.items.map(({ n }) => n));
    cursor = page.next_cursor ?? null;
  } while (cursor !== null);
  return numbers;
}

function read(
  dataset_id: string,
  query: Asked & { limit: number; cursor: string | null },
  signal?: AbortSignal,
): Promise<RecordPage> {
  return answer(
    api.GET("/api/datasets/{dataset_id}/records", {
      params: { path: { dataset_id }, query },
      ...(signal && { signal }),
    }),
  );
}

type Pages = InfiniteData<RecordPage, string | null>;

function put(queries: QueryClient, id: string, record: DatasetRecord): void {
  queries.setQueriesData<Pages>(
    { queryKey: recordsOf(id) },
    (known) =>
      known && {
        ...known,
        pages: known.pages.map((page) => ({
          ...page,
          items: page.items.map((item) => (item.n === record.n ? record : item)),
        })),
      },
  );
}

// Records stay in sight where they were changed, even when the view would no longer have them.
async function forgetTotals(queries: QueryClient): Promise<void> {
  await Promise.all(
    ["list", "one"].map((what) => queries.invalidateQueries({ queryKey: [...DATASETS, what] })),
  );
}
