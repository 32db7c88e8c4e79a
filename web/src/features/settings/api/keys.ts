import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { paths } from "@/client/schema";
import { answer, api } from "@/lib/api";

type List = paths["/api/auth/keys"]["get"]["responses"][200]["content"]["application/json"];
type Made = paths["/api/auth/keys"]["post"]["responses"][201]["content"]["application/json"];

/** A key as it is listed: without its secret. */
export type Key = List["items"][number];

/** A key as it is shown once. */
export type NewKey = Made;

const KEYS = ["keys"];

/** The API keys of the person who is logged in. */
export function useKeys() {
  return useQuery({
    queryKey: KEYS,
    queryFn: async () =>
      (await answer(api.GET("/api/auth/keys", { params: { query: { limit: 100 } } }))).items,
  });
}

/** Makes a key that is good until `expires_at`, or until it is deleted. */
export function useMakeKey() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { name: string; expires_at: string | null }): Promise<NewKey> =>
      answer(api.POST("/api/auth/keys", { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: KEYS }),
  });
}

/** Deletes a key; programs that use it are refused from then on. */
export function useDeleteKey() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      answer(api.DELETE("/api/auth/keys/{key_id}", { params: { path: { key_id: id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: KEYS }),
  });
}
