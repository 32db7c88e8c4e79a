import { useTranslation } from "react-i18next";
import { Card, CardHeading } from "@/components/ui/Card";
import { Facts } from "@/components/ui/Facts";
import { useFormat } from "@/lib/format";
import type { Training } from "../api/shapes";
import { useValueName } from "../charts/valueNames";
import { useValueText } from "../charts/useValueText";
import { useConfigText } from "../form/useConfigText";
import { useFieldName } from "../form/fieldNames";

/** What the model card will say: where it comes from, how it was taught, and what it came to. */
export function TrainingFacts({ training }: { training: Training }) {
  const { t } = useTranslation();
  const nameOf = useFieldName();
  const textOf = useConfigText();
  const valueName = useValueName();
  const valueText = useValueText();
  const config = Object.entries(training.config).map(
    ([name, value]) => [nameOf(name), textOf(value)] as const,
  );
  const metrics = Object.entries(training.metrics).map(
    ([name, value]) => [valueName(name), valueText(value)] as const,
  );
  return (
    <Card aria-labelledby="facts">
      <CardHeading id="facts">{t("training.facts")}</CardHeading>
      <div className="grid gap-6">
        <Facts rows={useLineage(training)} />
        {config.length > 0 && <Group title={t("training.config")} rows={config} />}
        {metrics.length > 0 && <Group title={t("training.metrics")} rows={metrics} />}
      </div>
    </Card>
  );
}

function Group({ title, rows }: { title: string; rows: readonly (readonly [string, string])[] }) {
  return (
    <div>
      <h3 className="mb-2 font-medium">{title}</h3>
      <Facts rows={rows} />
    </div>
  );
}

function useLineage(training: Training) {
  const { t } = useTranslation();
  const format = useFormat();
  const { recipe, dataset_name, device, created_at, started_at, completed_at } = training;
  return [
    [t("training.recipeLabel"), t(`training.recipe.${recipe}`)],
    [t("training.dataset"), dataset_name],
    ...(device
      ? [[t("training.device"), device === "cpu" ? t("training.choice.cpu") : device] as const]
      : []),
    [t("training.created"), format.dateTime(created_at)],
    ...(started_at ? [[t("training.started"), format.dateTime(started_at)] as const] : []),
    ...(completed_at ? [[t("training.ended"), format.dateTime(completed_at)] as const] : []),
  ] as const;
}
