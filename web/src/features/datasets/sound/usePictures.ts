import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { answer, api } from "@/lib/api";
import { fetchBlob } from "@/lib/sound/fetchBlob";

const POINTS = 240;

/** How loud a recording is, from its beginning to its end: levels 0–1. */
export function usePeaks(dataset_id: string, n: number) {
  return useQuery({
    queryKey: ["peaks", dataset_id, n],
    queryFn: async ({ signal }) => {
      const params = { path: { dataset_id, n }, query: { points: POINTS } };
      return (await answer(api.GET("/api/datasets/{dataset_id}/records/{n}/peaks", { params, signal })))
        .peaks;
    },
    staleTime: "static",
  });
}

/** Shows the picture of a recording's frequencies in the image that carries the returned `ref`. */
export function useSpectrogram(dataset_id: string, n: number) {
  const { data, error } = useQuery({
    queryKey: ["spectrogram", dataset_id, n],
    queryFn: ({ signal }) => fetchBlob(`/api/datasets/${dataset_id}/records/${n}/spectrogram`, signal),
    staleTime: "static",
  });
  const ref = useRef<HTMLImageElement>(null);
  useEffect(() => {
    if (!data || !ref.current) return;
    const url = URL.createObjectURL(data);
    ref.current.src = url;
    return () => URL.revokeObjectURL(url);
  }, [data]);
  return { ref, error };
}
