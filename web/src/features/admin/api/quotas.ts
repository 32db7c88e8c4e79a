import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { paths } from "@/client/schema";
import { answer, api } from "@/lib/api";

type Path = paths["/api/admin/users/{user_id}/quota"];

/** How much a person may have, and how much they have. */
export type Quota = Path["get"]["responses"][200]["content"]["application/json"];

/** What an admin allows one person; null is what the settings allow everybody. */
export type QuotaWish = Path["put"]["requestBody"]["content"]["application/json"];

const at = (user_id: string) => ({ params: { path: { user_id } } });
const keyOf = (id: string) => ["admin", "quota", id];

/** The quota of a person. */
export function useQuota(id: string) {
  return useQuery({
    queryKey: keyOf(id),
    queryFn: () => answer(api.GET("/api/admin/users/{user_id}/quota", at(id))),
    staleTime: 0,
  });
}

/** Allows a person more or less. */
export function useSetQuota(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: QuotaWish) => answer(api.PUT("/api/admin/users/{user_id}/quota", { ...at(id), body })),
    onSuccess: (quota) => queries.setQueryData(keyOf(id), quota),
  });
}
