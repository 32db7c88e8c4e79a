import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Card, CardHeading } from "@/components/ui/Card";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { Field } from "@/components/ui/Field";
import { Select } from "@/components/ui/Select";
import { Skeleton } from "@/components/ui/Skeleton";
import { useHistories } from "../api/history";
import type { Training } from "../api/shapes";
import { Chart } from "./Chart";
import { compared, valuesIn } from "./curves";
import { useValueName } from "./valueNames";

const USUAL = ["val_loss", "loss"];

/** One value of several trainings, a curve each. */
export function ComparedCurves({ trainings }: { trainings: readonly Training[] }) {
  const { t } = useTranslation();
  const nameOf = useValueName();
  const answers = useHistories(trainings.map(({ id }) => id));
  const [chosen, setChosen] = useState<string | null>(null);
  const histories = trainings.map(({ id }, at) => ({ name: id, rows: answers[at]?.data ?? [] }));
  const values = [...new Set(histories.flatMap(({ rows }) => valuesIn(rows)))];
  const value = chosen ?? USUAL.find((usual) => values.includes(usual)) ?? values[0] ?? "loss";
  const picture = compared(histories, value);
  const names = new Map(trainings.map(({ id, name }) => [id, name]));
  return (
    <Card aria-labelledby="curves">
      <CardHeading
        id="curves"
        actions={
          values.length > 0 && (
            <Field label={t("training.valueLabel")}>
              {(control) => (
                <Select
                  {...control}
                  data-testid="compare-value"
                  value={value}
                  onChoose={setChosen}
                  options={values.map((name) => ({ value: name, label: nameOf(name) }))}
                />
              )}
            </Field>
          )
        }
      >
        {t("training.curves")}
      </CardHeading>
      {answers.some(({ isPending }) => isPending) && <Skeleton lines={6} />}
      <ErrorMessage error={answers.find(({ error }) => error !== null)?.error} />
      {picture ? (
        <Chart title={nameOf(value)} picture={picture} nameOf={(id) => names.get(id) ?? id} />
      ) : (
        <p className="text-ink-soft">{t("training.noCurves")}</p>
      )}
    </Card>
  );
}
