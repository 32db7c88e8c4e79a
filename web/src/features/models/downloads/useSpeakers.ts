import { useInstalled, type Installed } from "../api/installed";

/** Which installed voice speaks for a repository or for one voice of it; `undefined` while none does. */
export function useSpeakers(): (repoId: string, voice?: string) => string | undefined {
  const { data } = useInstalled();
  return (repoId, voice) => {
    const models = (data?.items ?? []).filter((model) => model.repo_id === repoId && canSpeak(model));
    const voices = models.flatMap((model) => model.voices);
    return voice === undefined ? voices[0] : voices.find((id) => id === voice);
  };
}

/** Whether a model is whole and its voices can speak. */
export function canSpeak(model: Installed): boolean {
  return model.status === "installed" && model.engine !== null && model.voices.length > 0;
}
