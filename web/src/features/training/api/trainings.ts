import { useMutation, useQueries, useQuery, useQueryClient, type QueryClient } from "@tanstack/react-query";
import { answer, api } from "@/lib/api";
import { currentLanguage, useLanguage, type Language } from "@/lib/language";
import { isUnderWay, latest, latestOf } from "../progress";
import type { Training, Wish } from "./shapes";

/** All that is known of trainings. */
export const TRAININGS = ["trainings"];

const SILENCE_MS = 2000;
const MOST = 100;

// Why one failed is said in the page's language.
const listIn = (language: Language) => [...TRAININGS, "list", language];
const oneIn = (language: Language, id: string) => [...TRAININGS, "one", language, id];

const at = (job_id: string) => ({ params: { path: { job_id } } });

const oneQuery = (language: Language, id: string) => ({
  queryKey: oneIn(language, id),
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    answer(api.GET("/api/training/{job_id}", { ...at(id), signal })),
});

/** The trainings of the person who is logged in, followed: while some run and nothing is told, the server is asked. */
export function useTrainings() {
  return useQuery({
    queryKey: listIn(useLanguage()),
    queryFn: async ({ signal }) =>
      (await answer(api.GET("/api/training", { params: { query: { limit: MOST } }, signal }))).items,
    structuralSharing: (known, told) => latestOf((known ?? []) as Training[], told as Training[]),
    refetchInterval: ({ state }) => state.data?.some(isUnderWay) === true && SILENCE_MS,
  });
}

/** One training, followed in the same way. */
export function useTraining(id: string) {
  return useQuery({
    ...oneQuery(useLanguage(), id),
    structuralSharing: (known, told) => latest(known as Training | undefined, told as Training) ?? told,
    refetchInterval: ({ state }) => state.data !== undefined && isUnderWay(state.data) && SILENCE_MS,
  });
}

/** Several trainings, in the order of their ids. */
export function useSomeTrainings(ids: readonly string[]) {
  const language = useLanguage();
  return useQueries({ queries: ids.map((id) => oneQuery(language, id)) });
}

/** One training as it is now, asked for when it is needed. */
export function readTraining(queries: QueryClient, id: string): Promise<Training> {
  return queries.query({ ...oneQuery(currentLanguage(), id), staleTime: 0 });
}

/** Changes what is known of a training; false where nothing is. */
export function change(queries: QueryClient, id: string, news: Partial<Training>): boolean {
  const language = currentLanguage();
  let known = false;
  const update = (training: Training) => {
    if (training.id !== id) return training;
    known = true;
    return latest(training, news) ?? training;
  };
  queries.setQueryData<Training[]>(listIn(language), (list) => list?.map(update));
  queries.setQueryData<Training>(oneIn(language, id), (training) => training && update(training));
  return known;
}

/** Has everything about trainings asked for anew. */
export function refresh(queries: QueryClient): Promise<void> {
  return queries.invalidateQueries({ queryKey: TRAININGS });
}

/** Begins a training. */
export function useStartTraining() {
  return useTrainingCall((body: Wish) => answer(api.POST("/api/training", { body })));
}

/** Halts a training at its next step; its state is saved. */
export function usePauseTraining(id: string) {
  return useTrainingCall(() => answer(api.POST("/api/training/{job_id}/pause", at(id))));
}

/** Goes on with a training, from its last saved state or from the one that is named. */
export function useResumeTraining(id: string) {
  return useTrainingCall((checkpoint_id?: string) =>
    answer(
      api.POST("/api/training/{job_id}/resume", {
        ...at(id),
        body: { checkpoint_id: checkpoint_id ?? null },
      }),
    ),
  );
}

/** Gives a training up; one that has ended is taken out of the list, and its model stays. */
export function useCancelTraining(id: string) {
  return useTrainingCall(() => answer(api.DELETE("/api/training/{job_id}", at(id))));
}

/** Makes the model of a training anew from a saved state. */
export function usePromote(id: string) {
  return useTrainingCall((checkpoint_id: string) =>
    answer(
      api.POST("/api/training/{job_id}/checkpoints/{checkpoint_id}/promote", {
        params: { path: { job_id: id, checkpoint_id } },
      }),
    ),
  );
}

/** A call whose answer is the training as it is then. */
function useTrainingCall<Given = void>(mutationFn: (given: Given) => Promise<Training>) {
  const queries = useQueryClient();
  return useMutation({
    // An answer that is under way tells of a time before this call.
    onMutate: () => queries.cancelQueries({ queryKey: TRAININGS }),
    mutationFn,
    onSuccess: (training) => {
      change(queries, training.id, training);
    },
    onSettled: () => refresh(queries),
  });
}
