import { useQuery } from "@tanstack/react-query";
import type { paths } from "@/client/schema";
import { answer, api } from "@/lib/api";

/** How the studio goes to the Hub for the person who is logged in. */
export type HubSettings = paths["/api/settings"]["get"]["responses"][200]["content"]["application/json"];

/** Where these settings are kept among the answers of the server. */
export const HUB_SETTINGS = ["settings"];

/** The settings of the Hub. */
export function useHubSettings() {
  return useQuery({ queryKey: HUB_SETTINGS, queryFn: () => answer(api.GET("/api/settings")) });
}

/** Every address that the Hub can be reached at, in order: the person's own, then those of the installation. */
export function endpointsOf({ settings, installation_endpoints }: HubSettings): string[] {
  return [...new Set([...settings.hub_endpoints, ...installation_endpoints])];
}
