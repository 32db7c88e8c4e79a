import { useInfiniteQuery } from "@tanstack/react-query";
import type { paths } from "@/client/schema";
import { answer, api } from "@/lib/api";
import type { AdminAddress } from "../address";

type List = paths["/api/admin/audit"]["get"]["responses"][200]["content"]["application/json"];

/** Something that somebody did. */
export type Deed = List["items"][number];

/** Who came in and what admins did, the newest first. */
export function useAudit({ action, person }: AdminAddress) {
  return useInfiniteQuery({
    queryKey: ["admin", "audit", action, person],
    queryFn: ({ pageParam: cursor, signal }) =>
      answer(
        api.GET("/api/admin/audit", {
          params: { query: { action: action ?? null, user_id: person ?? null, cursor } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last: List) => last.next_cursor,
  });
}
