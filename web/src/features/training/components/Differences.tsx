import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Card, CardHeading } from "@/components/ui/Card";
import { useFormat } from "@/lib/format";
import type { Training } from "../api/shapes";
import { useValueText } from "../charts/useValueText";
import { useValueName } from "../charts/valueNames";
import { differences } from "../differences";
import { useFieldName } from "../form/fieldNames";
import { useConfigText } from "../form/useConfigText";

interface Line {
  name: string;
  values: readonly ReactNode[];
  differs: boolean;
}

/** What trainings were told and came to, side by side; what differs stands out. */
export function Differences({ trainings }: { trainings: readonly Training[] }) {
  const { t } = useTranslation();
  const lines = useLines(trainings);
  return (
    <Card aria-labelledby="differences">
      <CardHeading id="differences" note={t("training.differencesNote")}>
        {t("training.differences")}
      </CardHeading>
      {/* A table that is wider than its place is scrolled by the keyboard too. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div role="group" aria-labelledby="differences" tabIndex={0} className="overflow-x-auto">
        <table className="w-full text-sm">
          <thead>
            <tr className="border-b border-line">
              <td />
              {trainings.map(({ id, name }) => (
                <th key={id} scope="col" className="px-3 py-2 text-start font-medium">
                  <Link to="/training/$id" params={{ id }} className="underline underline-offset-4">
                    <bdi>{name}</bdi>
                  </Link>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ name, values, differs }) => (
              <tr key={name} className={differs ? "bg-accent-soft" : undefined}>
                <th scope="row" className="px-3 py-1.5 text-start font-normal text-ink-soft">
                  <bdi>{name}</bdi>
                  {differs && <span className="sr-only"> ({t("training.differs")})</span>}
                </th>
                {values.map((value, at) => (
                  <td key={trainings[at]?.id} className="px-3 py-1.5">
                    <bdi>{value}</bdi>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

function useLines(trainings: readonly Training[]): Line[] {
  const { t } = useTranslation();
  const format = useFormat();
  const fieldName = useFieldName();
  const configText = useConfigText();
  const valueName = useValueName();
  const valueText = useValueText();
  const same = (name: string, values: string[]) => ({ name, values, differs: new Set(values).size > 1 });
  const metrics = [...new Set(trainings.flatMap((training) => Object.keys(training.metrics)))];
  return [
    same(
      t("training.recipeLabel"),
      trainings.map(({ recipe }) => t(`training.recipe.${recipe}`)),
    ),
    same(
      t("training.dataset"),
      trainings.map(({ dataset_name }) => dataset_name),
    ),
    ...differences(trainings).map(({ name, values, differs }) => ({
      name: fieldName(name),
      values: values.map(configText),
      differs,
    })),
    {
      name: t("training.step"),
      values: trainings.map(({ step }) => format.number(step)),
      differs: false,
    },
    ...metrics.map((metric) => ({
      name: valueName(metric),
      values: trainings.map((training) => valueText(training.metrics[metric])),
      differs: false,
    })),
  ];
}
