import { getRouteApi } from "@tanstack/react-router";
import { GitCompare } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Page } from "@/components/Page";
import { EmptyState } from "@/components/ui/EmptyState";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { Skeleton } from "@/components/ui/Skeleton";
import { useSomeTrainings } from "./api/trainings";
import { ComparedCurves } from "./charts/ComparedCurves";
import { BackLink } from "./components/BackLink";
import { Differences } from "./components/Differences";
import { useTrainingEvents } from "./live/useTrainingEvents";

const route = getRouteApi("/studio/training/compare");

/** Some trainings beside each other: their curves in one picture, and how their configs differ. */
export default function ComparePage() {
  const { t } = useTranslation();
  const { ids } = route.useSearch();
  useTrainingEvents();
  const answers = useSomeTrainings(ids);
  const trainings = answers.flatMap(({ data }) => data ?? []);
  return (
    <Page title={t("training.compare")} lead={t("training.compareLead")}>
      <BackLink to="/training">{t("training.back")}</BackLink>
      {answers.some(({ isPending }) => isPending) && <Skeleton lines={6} />}
      <ErrorMessage error={answers.find(({ error }) => error !== null)?.error} />
      {ids.length < 2 && (
        <EmptyState icon={GitCompare} title={t("training.compareNone")}>
          {t("training.compareNote")}
        </EmptyState>
      )}
      {trainings.length > 0 && trainings.length === answers.length && (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
          <ComparedCurves trainings={trainings} />
          <Differences trainings={trainings} />
        </div>
      )}
    </Page>
  );
}
