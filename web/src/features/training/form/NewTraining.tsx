import { Link } from "@tanstack/react-router";
import { Database } from "lucide-react";
import { useTranslation } from "react-i18next";
import { buttonLook } from "@/components/ui/Button";
import { Card, CardHeading } from "@/components/ui/Card";
import { EmptyState } from "@/components/ui/EmptyState";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { Skeleton } from "@/components/ui/Skeleton";
import { useReadyDatasets } from "../api/datasets";
import { useRecipes } from "../api/recipes";
import type { RecipeName } from "../api/shapes";
import { TrainingForm } from "./TrainingForm";
import { Unavailable } from "./Unavailable";

interface NewTrainingProps {
  /** What the address asks for. */
  dataset: string | undefined;
  recipe: RecipeName | undefined;
}

/** The way to a new training: the form, or what is missing for one. */
export function NewTraining({ dataset, recipe }: NewTrainingProps) {
  const { t } = useTranslation();
  return (
    <Card id="new" aria-labelledby="new-heading" className="scroll-mt-20">
      <CardHeading id="new-heading" note={t("training.newNote")}>
        {t("training.new")}
      </CardHeading>
      <Content dataset={dataset} recipe={recipe} />
    </Card>
  );
}

function Content({ dataset, recipe }: NewTrainingProps) {
  const recipes = useRecipes();
  const datasets = useReadyDatasets();
  if (recipes.isPending || datasets.isPending) return <Skeleton lines={6} />;
  if (!recipes.data) return <ErrorMessage error={recipes.error} onRetry={() => void recipes.refetch()} />;
  if (!recipes.data.available) return <Unavailable why={recipes.data.why_not} />;
  if (!datasets.data) return <ErrorMessage error={datasets.error} onRetry={() => void datasets.refetch()} />;
  if (datasets.data.length === 0) return <NoDatasets />;
  return (
    <TrainingForm
      key={`${dataset} ${recipe}`}
      recipes={recipes.data}
      datasets={datasets.data}
      asked={{ dataset, recipe }}
    />
  );
}

function NoDatasets() {
  const { t } = useTranslation();
  return (
    <div className="grid justify-items-center gap-4">
      <div className="w-full">
        <EmptyState icon={Database} title={t("training.noDatasets")}>
          {t("training.noDatasetsNote")}
        </EmptyState>
      </div>
      <Link to="/datasets" className={buttonLook({ look: "primary" })}>
        <Database aria-hidden className="size-5" />
        {t("training.toDatasets")}
      </Link>
    </div>
  );
}
