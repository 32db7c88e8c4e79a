import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Page } from "@/components/Page";
import { TrainingList } from "./components/TrainingList";
import { NewTraining } from "./form/NewTraining";
import { useTrainingEvents } from "./live/useTrainingEvents";

const route = getRouteApi("/studio/training");

/** Teach a voice or a classifier: what is being taught, and the way to another. */
export default function TrainingsPage() {
  const { t } = useTranslation();
  const { dataset, recipe } = route.useSearch();
  useTrainingEvents();
  return (
    <Page title={t("training.title")} lead={t("training.lead")}>
      <TrainingList />
      <NewTraining dataset={dataset} recipe={recipe} />
    </Page>
  );
}
