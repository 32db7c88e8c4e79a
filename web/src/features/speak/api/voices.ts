import { useQuery } from "@tanstack/react-query";
import type { paths } from "@/client/schema";
import { answer, api } from "@/lib/api";
import { orRemembered } from "@/lib/queries";

/** A voice as the server describes it. */
export type Voice =
  paths["/api/voices"]["get"]["responses"][200]["content"]["application/json"]["items"][number];

/** Every voice of the server; while it does not answer, those it had when it last did. */
export function useVoices() {
  return useQuery({
    queryKey: ["voices"],
    queryFn: () => orRemembered("speak_voices", async () => (await answer(api.GET("/api/voices"))).items),
  });
}

/** The voices to choose from while the server does not answer: those that the browser keeps, if there are any. */
export function speakingHere(voices: readonly Voice[], isKept: (voice: string) => boolean): readonly Voice[] {
  const here = voices.filter((voice) => voice.runs_in_browser && isKept(voice.id));
  return here.length > 0 ? here : voices;
}

/** The voice that was chosen, if it can still speak; else the server's first, which is its best Persian one. */
export function usualVoice(voices: readonly Voice[], chosen: string | null): Voice | undefined {
  return voices.find((voice) => voice.id === chosen) ?? voices[0];
}
