import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api } from "@/lib/api";
import type { Listening, Vote } from "./shapes";

const roomOf = (id: string) => ["listening", id];
const at = (job_id: string) => ({ params: { path: { job_id } } });

/** The pair to hear next, and how the checkpoints have done. */
export function useListening(id: string) {
  return useQuery({
    queryKey: roomOf(id),
    queryFn: ({ signal }) => answer(api.GET("/api/training/{job_id}/listening", { ...at(id), signal })),
    // A pair that is being heard is not taken away.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}

/** Says which of a pair is better; the next pair comes with the answer. */
export function useVote(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Vote) => answer(api.POST("/api/training/{job_id}/listening", { ...at(id), body })),
    onSuccess: (next) => queries.setQueryData<Listening>(roomOf(id), next),
  });
}
