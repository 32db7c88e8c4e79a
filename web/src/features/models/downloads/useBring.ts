import { useMutation } from "@tanstack/react-query";
import { useStartDownload, type Wish } from "../api/downloads";
import { useLookInto } from "../api/sources";

/** Begins a download, after asking which voice where a repository has several and none is named. */
export function useBring(onChooseVoice?: () => void) {
  const lookInto = useLookInto();
  const start = useStartDownload();
  return useMutation({
    mutationFn: async (wish: Wish) => {
      const open =
        onChooseVoice && wish.voice === undefined && (await lookInto(wish.repo_id)).voices.length > 1;
      if (open) onChooseVoice();
      else await start.mutateAsync(wish);
    },
  });
}
