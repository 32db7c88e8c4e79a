import { useMutation, useQuery } from "@tanstack/react-query";
import { answer, api } from "@/lib/api";

/** Every voice that can speak now. */
function useVoices() {
  return useQuery({
    queryKey: ["voices"],
    queryFn: async () => (await answer(api.GET("/api/voices"))).items,
  });
}

/** The voice of a model; undefined while none speaks for it. */
export function useVoiceOf(modelId: string | null): string | undefined {
  const { data } = useVoices();
  return modelId === null ? undefined : data?.find(({ model_id }) => model_id === modelId)?.id;
}

/** Hands the browser a model as one file. */
export function useBundle() {
  return useMutation({
    mutationFn: (model_id: string) =>
      answer(api.POST("/api/sources/installed/{model_id}/bundle", { params: { path: { model_id } } })),
    onSuccess: ({ url }) => {
      const link = document.createElement("a");
      link.href = url;
      link.download = "";
      link.click();
    },
  });
}
