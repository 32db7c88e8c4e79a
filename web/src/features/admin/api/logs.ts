import { useInfiniteQuery } from "@tanstack/react-query";
import type { paths } from "@/client/schema";
import { answer, api } from "@/lib/api";
import type { AdminAddress } from "../address";

type List = paths["/api/admin/logs"]["get"]["responses"][200]["content"]["application/json"];

/** One line of a log. */
export type Line = List["items"][number];

const MOST = 300;

/** What the studio or its worker wrote last, the newest first. */
export function useLogs({ source = "studio", level = "debug" }: AdminAddress) {
  return useInfiniteQuery({
    queryKey: ["admin", "logs", source, level],
    queryFn: ({ signal }) =>
      answer(api.GET("/api/admin/logs", { params: { query: { source, level, limit: MOST } }, signal })),
    initialPageParam: null,
    getNextPageParam: () => null,
  });
}
