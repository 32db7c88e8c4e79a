import { useNavigate } from "@tanstack/react-router";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useOwnEvents } from "@/lib/live";
import { announce } from "@/lib/toasts";
import { readTraining } from "../api/trainings";

/** Says on every page of the studio that a training is complete, and leads to it. */
export default function TrainingWatch() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const say = async (id: string) => {
    const { name } = await readTraining(queries, id);
    announce(t("training.arrived", { name }), {
      label: t("training.look"),
      onChoose: () => void navigate({ to: "/training/$id", params: { id } }),
    });
  };
  useOwnEvents({
    "training:complete": ({ job_id }) => {
      void queries.invalidateQueries({ queryKey: ["voices"] });
      void say(job_id);
    },
  });
  return null;
}
