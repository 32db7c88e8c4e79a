import { useQueryClient } from "@tanstack/react-query";
import { currentLanguage } from "@/lib/language";
import { useOwnEvents } from "@/lib/live";
import { tellRow } from "../api/history";
import type { Metrics, Row, Training } from "../api/shapes";
import { change, refresh, TRAININGS } from "../api/trainings";

/** Puts what the server tells of trainings into what is known; what has changed in kind is asked for anew. */
export function useTrainingEvents(): void {
  const queries = useQueryClient();
  const put = (id: string, news: Partial<Training>) => change(queries, id, news);
  useOwnEvents({
    "training:progress": ({ job_id, metrics, ...told }) => {
      const values = metrics as unknown as Metrics;
      const known = put(job_id, { ...told, ...(Object.keys(values).length > 0 && { metrics: values }) });
      if (told.status !== "running" || !known) void refresh(queries);
      else if (values.loss !== undefined)
        tellRow(queries, job_id, rowOf(told, values), (100 * told.step) / Math.max(told.progress, 0.1));
    },
    "training:sample": ({ job_id }) =>
      void Promise.all(
        ["samples", "checkpoints"].map((what) =>
          queries.invalidateQueries({ queryKey: [...TRAININGS, what, job_id] }),
        ),
      ),
    "training:complete": ({ job_id, seq, model_id }) => {
      put(job_id, { seq, model_id, status: "completed", progress: 100 });
      void refresh(queries);
      void queries.invalidateQueries({ queryKey: ["voices"] });
      void queries.invalidateQueries({ queryKey: ["sources"] });
    },
    "training:error": ({ job_id, seq, code, message, message_en }) => {
      const error = { code, message: currentLanguage() === "fa" ? message : message_en };
      put(job_id, { seq, status: "failed", error });
      void refresh(queries);
    },
  });
}

function rowOf({ step, epoch }: Pick<Row, "step" | "epoch">, metrics: Metrics): Row {
  return { step, epoch, metrics, created_at: new Date().toISOString() };
}
