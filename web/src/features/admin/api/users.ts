import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import type { paths } from "@/client/schema";
import { answer, api } from "@/lib/api";

type List = paths["/api/users"]["get"]["responses"][200]["content"]["application/json"];

/** An account as an admin sees it. */
export type Account = List["items"][number];

/** What an admin may change of an account. */
export type AccountChange =
  paths["/api/users/{user_id}"]["patch"]["requestBody"]["content"]["application/json"];

const USERS = ["users"];

/** All accounts, page by page. */
export function useAccounts() {
  return useInfiniteQuery({
    queryKey: USERS,
    queryFn: ({ pageParam }) => answer(api.GET("/api/users", { params: { query: { cursor: pageParam } } })),
    initialPageParam: null as string | null,
    getNextPageParam: (last: List) => last.next_cursor,
  });
}

/** Changes the role of an account, or bars it. */
export function useChangeAccount() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, change }: { id: string; change: AccountChange }) =>
      answer(api.PATCH("/api/users/{user_id}", { params: { path: { user_id: id } }, body: change })),
    onSuccess: () => queries.invalidateQueries({ queryKey: USERS }),
  });
}
