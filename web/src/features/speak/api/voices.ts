import { useQuery } from "@tanstack/react-query";
import { answer, api } from "@/lib/api";

/** Every voice that can speak now. */
export function useVoices() {
  return useQuery({
    queryKey: ["voices"],
    queryFn: async () => (await answer(api.GET("/api/voices"))).items,
  });
}

/** A voice as the server describes it. */
export type Voice = NonNullable<ReturnType<typeof useVoices>["data"]>[number];

/** The voice that was chosen, if it can still speak; else the server's first, which is its best Persian one. */
export function usualVoice(voices: readonly Voice[], chosen: string | null): Voice | undefined {
  return voices.find((voice) => voice.id === chosen) ?? voices[0];
}
