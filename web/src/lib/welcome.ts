import { queryOptions, useQuery } from "@tanstack/react-query";
import type { paths } from "@/client/schema";
import { answer, api } from "@/lib/api";
import { orRemembered } from "@/lib/queries";

/** What someone who is not logged in may do here. */
export type Welcome = paths["/api/auth/welcome"]["get"]["responses"][200]["content"]["application/json"];

/** The question itself, for the router. */
export const welcomeQuery = queryOptions({
  queryKey: ["welcome"],
  queryFn: () => orRemembered("welcome", () => answer(api.GET("/api/auth/welcome"))),
});

/** What someone who is not logged in may do here; undefined until it is known. */
export function useWelcome(): Welcome | undefined {
  return useQuery(welcomeQuery).data;
}
