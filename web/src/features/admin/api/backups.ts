import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { paths } from "@/client/schema";
import { answer, api } from "@/lib/api";
import { useLanguage } from "@/lib/language";

/** The backups that are kept in the data directory, when the next is made, and why the last was not. */
export type Backups = paths["/api/admin/backups"]["get"]["responses"][200]["content"]["application/json"];

/** One of them. */
export type Backup = Backups["items"][number];

/** What a backup is to hold. */
export type BackupWish = paths["/api/admin/backups"]["post"]["requestBody"]["content"]["application/json"];

/** One that waits for a worker or is being made; null when none is. */
export type Running =
  paths["/api/admin/backups/running"]["get"]["responses"][200]["content"]["application/json"];

const BACKUPS = ["admin", "backups"];
const LIST = [...BACKUPS, "list"];
const RUNNING = [...BACKUPS, "running"];
const EVERY_MS = 1000;

/** All backups, the newest first. */
export function useBackups() {
  return useInfiniteQuery({
    queryKey: [...LIST, useLanguage()], // why one was not made is said in it
    queryFn: ({ pageParam: cursor, signal }) =>
      answer(api.GET("/api/admin/backups", { params: { query: { cursor } }, signal })),
    initialPageParam: null as string | null,
    getNextPageParam: (last: Backups) => last.next_cursor,
  });
}

/** How far the backup is that is being made; asked every second while one is, and the list when it has ended. */
export function useRunningBackup() {
  const queries = useQueryClient();
  return useQuery({
    queryKey: RUNNING,
    queryFn: async () => {
      const before = queries.getQueryData<Running>(RUNNING);
      const now = await answer<Running>(api.GET("/api/admin/backups/running"));
      if (before && !now) void queries.invalidateQueries({ queryKey: LIST });
      return now;
    },
    refetchInterval: ({ state }) => (state.data ? EVERY_MS : false),
  });
}

/** Has a backup made. */
export function useMakeBackup() {
  return useBackupCall((body: BackupWish) => answer(api.POST("/api/admin/backups", { body })));
}

/** Gives up the backup that is being made; nothing of it stays. */
export function useCancelBackup() {
  return useBackupCall(() => answer(api.DELETE("/api/admin/backups/running")));
}

/** Throws a backup away. */
export function useDeleteBackup() {
  return useBackupCall((name: string) =>
    answer(api.DELETE("/api/admin/backups/{name}", { params: { path: { name } } })),
  );
}

/** Hands the browser a backup as a file. */
export function useSaveBackup() {
  return useMutation({
    mutationFn: (name: string) =>
      answer(api.POST("/api/admin/backups/{name}/link", { params: { path: { name } } })),
    onSuccess: ({ url }) => {
      const link = document.createElement("a");
      link.href = url;
      link.download = "";
      link.click();
    },
  });
}

function useBackupCall<Given, Answer>(mutationFn: (given: Given) => Promise<Answer>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn, onSettled: () => queries.invalidateQueries({ queryKey: BACKUPS }) });
}
