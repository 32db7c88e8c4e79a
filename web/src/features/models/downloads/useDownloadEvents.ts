import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { currentLanguage } from "@/lib/language";
import { useOwnEvents } from "@/lib/live";
import { change, refresh, type Download } from "../api/downloads";

/** Puts what the server tells of downloads into the list. */
export function useDownloadEvents(): void {
  const queries = useQueryClient();
  useOwnEvents({
    "download:progress": ({ download_id, ...told }) => put(queries, download_id, told),
    "download:complete": ({ download_id, seq, model_id }) =>
      put(queries, download_id, { seq, model_id, status: "completed", progress: 100 }),
    "download:error": ({ download_id, seq, code, message, message_en }) =>
      put(queries, download_id, {
        seq,
        status: "failed",
        error: { code, message: currentLanguage() === "fa" ? message : message_en },
      }),
  });
}

function put(queries: QueryClient, id: string, told: Partial<Download>): void {
  // One that was begun elsewhere is not in the list yet.
  if (!change(queries, id, told)) void refresh(queries);
}
