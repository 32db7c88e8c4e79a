import { useQueryClient } from "@tanstack/react-query";
import { useOwnEvents } from "@/lib/live";
import { change, refresh } from "../api/datasets";

/** Puts what the server tells of datasets into what is known; what has come to an end is asked for anew. */
export function useDatasetEvents(): void {
  const queries = useQueryClient();
  useOwnEvents({
    "dataset:progress": ({ dataset_id, rejected, ...told }) => {
      const over = told.status === "ready" || told.status === "failed";
      const known = change(queries, dataset_id, { ...told, rejected_count: rejected });
      if (over || !known) void refresh(queries);
    },
  });
}
