import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { paths } from "@/client/schema";
import { answer, api } from "@/lib/api";
import { HUB_SETTINGS, type HubSettings } from "@/lib/hub";

/** What to change of the Hub's settings; what is not named stays. */
export type HubChange = paths["/api/settings"]["post"]["requestBody"]["content"]["application/json"];

/** What the Hub says of a token. */
export type TokenCheck =
  paths["/api/settings/huggingface/validate"]["put"]["responses"][200]["content"]["application/json"];

/** Changes how the studio goes to the Hub. */
export function useChangeHub() {
  return useHubCall((body: HubChange) => api.POST("/api/settings", { body }));
}

/** Keeps a token, sealed. */
export function useKeepToken() {
  return useHubCall((token: string) => api.PUT("/api/settings/huggingface/token", { body: { token } }));
}

/** Forgets the token. */
export function useForgetToken() {
  return useHubCall(() => api.DELETE("/api/settings/huggingface/token"));
}

/** Asks the Hub about the token that is kept. */
export function useCheckToken() {
  return useMutation({
    mutationFn: (): Promise<TokenCheck> =>
      answer(api.PUT("/api/settings/huggingface/validate", { body: {} })),
  });
}

type Call = Promise<{ data?: HubSettings; error?: unknown; response: Response }>;

/** A call whose answer are the settings as they are then. */
function useHubCall<Given = void>(call: (given: Given) => Call) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (given: Given) => answer<HubSettings>(call(given)),
    onSuccess: (settings) => {
      queries.setQueryData(HUB_SETTINGS, settings);
      // Another token or mirror finds other things.
      void queries.invalidateQueries({ queryKey: ["sources"] });
    },
  });
}
