import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState, useSyncExternalStore } from "react";
import { DATASETS } from "../api/datasets";
import { countIn, readRecording, sendTake } from "./api/recording";
import { Outbox } from "./outbox/Outbox";
import { openTakes, type Prompt } from "./outbox/takes";
import { Sitting } from "./Sitting";
import { isAllowed, openMicrophone } from "@/lib/sound/microphone";
import { troubleOfPage } from "@/lib/sound/trouble";

/** A sitting at the microphone and what it has to send, for as long as the page is open. */
export function useSitting(datasetId: string, owner: string): { sitting: Sitting; outbox: Outbox } {
  const queries = useQueryClient();
  const [pair] = useState(() => {
    const outbox = new Outbox(openTakes(), { owner, datasetId }, async (take) => {
      const record = await sendTake(take);
      countIn(queries, datasetId, record);
    });
    const waits = ({ id }: Prompt) => outbox.state.takes.some(({ prompt }) => prompt.id === id);
    const sitting = new Sitting({
      hindrance: troubleOfPage,
      open: openMicrophone,
      ask: async (after) => {
        const { next, upcoming } = await readRecording(datasetId, after);
        const [first = null, ...others] = (next ? [next, ...upcoming] : []).filter((one) => !waits(one));
        return { next: first, upcoming: others };
      },
      keep: ({ prompt, wav, measures }) => outbox.put({ prompt, wav, durationS: measures.durationS }),
    });
    return { sitting, outbox };
  });
  useEffect(() => {
    const { sitting, outbox } = pair;
    outbox.reopen();
    const resend = () => void outbox.run();
    void outbox.look().then(() => {
      resend();
      return sitting.ask(true);
    });
    // Unasked only where nobody is asked: to hear, or to say at once that nothing can be heard.
    void isAllowed().then((allowed) =>
      allowed || troubleOfPage() !== null ? sitting.open(null) : undefined,
    );
    window.addEventListener("online", resend);
    return () => {
      window.removeEventListener("online", resend);
      outbox.close();
      sitting.close();
      // Whoever looks at the dataset next sees what was recorded.
      void queries.invalidateQueries({ queryKey: DATASETS });
    };
  }, [pair, queries]);
  return pair;
}

/** How the sitting stands. */
export function useSittingState(sitting: Sitting) {
  return useSyncExternalStore(sitting.subscribe, () => sitting.state);
}

/** What waits to be sent. */
export function useOutbox(outbox: Outbox) {
  return useSyncExternalStore(outbox.subscribe, () => outbox.state);
}
