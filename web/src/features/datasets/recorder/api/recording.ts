import { useMutation, useQuery, useQueryClient, type QueryClient } from "@tanstack/react-query";
import type { components } from "@/client/schema";
import { answer, api, authorizedFetch } from "@/lib/api";
import { Problem } from "@/lib/problem";
import { DATASETS } from "../../api/datasets";
import type { UnsentTake } from "../outbox/takes";

/** What to read next, and how far one is. */
export type Recording = components["schemas"]["Recording"];

/** A record as the server keeps it, with what is wrong with it. */
export type SavedRecord = components["schemas"]["RecordOut"];

const recordingOf = (id: string) => [...DATASETS, "recording", id];

/** How far the recording of a dataset is. */
export function useProgress(id: string) {
  return useQuery({ queryKey: recordingOf(id), queryFn: () => readRecording(id, null) });
}

/** What comes behind the sentence `after`, else the first that nobody has read. */
export function readRecording(id: string, after: string | null): Promise<Recording> {
  const query = after === null ? {} : { after };
  return answer(
    api.GET("/api/datasets/{dataset_id}/recording", { params: { path: { dataset_id: id }, query } }),
  );
}

/** Sends one take to be kept; throws a Problem. */
export async function sendTake({ datasetId, prompt, wav }: UnsentTake): Promise<SavedRecord> {
  const form = new FormData();
  form.append("audio", wav, `${prompt.id}.wav`);
  form.append("text", prompt.text);
  form.append("prompt", prompt.id);
  const response = await authorizedFetch(`/api/datasets/${datasetId}/records`, {
    method: "POST",
    body: form,
  });
  if (!response.ok) throw await Problem.read(response);
  return (await response.json()) as SavedRecord;
}

/** Counts a record that the server has just taken in. */
export function countIn(queries: QueryClient, id: string, { duration_s }: SavedRecord): void {
  queries.setQueryData<Recording>(
    recordingOf(id),
    (known) =>
      known && {
        ...known,
        recorded: known.recorded + 1,
        records: known.records + 1,
        duration_s: known.duration_s + (duration_s ?? 0),
      },
  );
}

/** Has these sentences read in place of Bazgoo's; none brings Bazgoo's back. */
export function useKeepPrompts(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (lines: string[]) =>
      answer(
        api.POST("/api/datasets/{dataset_id}/prompts", {
          params: { path: { dataset_id: id } },
          body: { lines },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: recordingOf(id) }),
  });
}
