import { useQuery } from "@tanstack/react-query";
import type { components } from "@/client/schema";
import { answer, api } from "@/lib/api";
import { useLanguage } from "@/lib/language";

/** A dataset of the person who is logged in. */
export type Dataset = components["schemas"]["DatasetOut"];

const MOST = 100;

/** The datasets that one can teach with. */
export function useReadyDatasets() {
  return useQuery({
    queryKey: ["datasets", "ready", useLanguage()],
    queryFn: async ({ signal }) => {
      const { items } = await answer(
        api.GET("/api/datasets", { params: { query: { limit: MOST } }, signal }),
      );
      return items.filter(({ metadata, record_count }) => metadata.status === "ready" && record_count > 0);
    },
  });
}
