import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import type { paths } from "@/client/schema";
import { answer, api } from "@/lib/api";
import { useLanguage } from "@/lib/language";
import type { AdminAddress } from "../address";

type List = paths["/api/admin/jobs"]["get"]["responses"][200]["content"]["application/json"];

/** A download, a training or a dataset of anybody. */
export type Job = List["items"][number];

const JOBS = ["admin", "jobs"];
const EVERY_MS = 3000;
const OVER: readonly Job["status"][] = ["ready", "completed", "failed", "cancelled"];

/** Whether nothing will happen to a job any more. */
export function isOver(job: Job): boolean {
  return OVER.includes(job.status);
}

/** Everybody's jobs, page by page; followed for as long as some are not over. */
export function useJobs({ kind, status }: AdminAddress) {
  const language = useLanguage(); // why one failed is said in it
  return useInfiniteQuery({
    queryKey: [...JOBS, language, kind, status],
    queryFn: ({ pageParam: cursor, signal }) =>
      answer(
        api.GET("/api/admin/jobs", {
          params: { query: { kind: kind ?? null, status: status ?? null, cursor } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last: List) => last.next_cursor,
    refetchInterval: ({ state }) =>
      state.data?.pages.some((page) => page.items.some((job) => !isOver(job))) === true && EVERY_MS,
  });
}

/** Gives up a job of anybody. */
export function useCancelJob() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ kind, id }: Job) =>
      answer(api.DELETE("/api/admin/jobs/{kind}/{job_id}", { params: { path: { kind, job_id: id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: JOBS }),
  });
}
