import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/Button";
import { Field } from "@/components/ui/Field";
import { Select } from "@/components/ui/Select";
import { meaningOf, tell, type Meaning, type Told } from "@/inpage/models/telling";
import type { Answer } from "@/inpage/models/types";
import { useFormat } from "@/lib/format";

const MEANINGS = ["probabilities", "logits", "values"] as const;
const FIRST = 5;

/** What the model answered: the likeliest first, each with a bar. */
export function Result({ answer, labels }: { answer: Answer; labels: readonly string[] | null }) {
  const { t } = useTranslation();
  const [place, setPlace] = useState(0);
  const [chosen, setChosen] = useState<Meaning | null>(null);
  const output = answer.outputs[place] ?? answer.outputs[0];
  if (!output) return null;
  const found = meaningOf(output);
  const meaning = chosen ?? found;
  const told = tell(output, meaning, labels?.length === output.values.length ? labels : null);
  return (
    <div className="grid gap-4">
      <Bars told={told} meaning={meaning} />
      <Took answer={answer} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t("try.meaning")} hint={t(`try.meaningNote.${meaning}`)}>
          {(control) => (
            <Select
              {...control}
              data-testid="try-meaning"
              value={meaning}
              options={MEANINGS.map((value) => ({ value, label: t(`try.meanings.${value}`) }))}
              onChoose={(value) => setChosen(value as Meaning)}
            />
          )}
        </Field>
        {answer.outputs.length > 1 && (
          <Field label={t("try.output")}>
            {(control) => (
              <Select
                {...control}
                value={String(place)}
                options={answer.outputs.map(({ name }, n) => ({ value: String(n), label: name }))}
                onChoose={(n) => setPlace(Number(n))}
              />
            )}
          </Field>
        )}
      </div>
    </div>
  );
}

function Bars({ told, meaning }: { told: readonly Told[]; meaning: Meaning }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [all, setAll] = useState(false);
  const most = Math.max(...told.map(({ value }) => Math.abs(value)), 1e-12);
  const shown = (value: number) =>
    meaning === "values"
      ? format.number(value, { maximumSignificantDigits: 4 })
      : format.number(value, { style: "percent", maximumFractionDigits: 1 });
  return (
    <div className="grid gap-3">
      <ol aria-label={t("try.result")} data-testid="try-result" className="grid gap-3">
        {told.slice(0, all ? 200 : FIRST).map(({ label, value }, n) => (
          <li key={label} data-value={value} className="grid gap-1">
            <div className="flex items-baseline justify-between gap-3">
              <bdi className={n === 0 ? "min-w-0 font-semibold break-words" : "min-w-0 break-words"}>
                {label}
              </bdi>
              <span>{shown(value)}</span>
            </div>
            <div aria-hidden className="h-2.5 overflow-hidden rounded-full bg-sunken">
              <div
                className="h-full rounded-full bg-accent transition-[width]"
                style={{ width: `${(100 * Math.abs(value)) / (meaning === "values" ? most : 1)}%` }}
              />
            </div>
          </li>
        ))}
      </ol>
      {told.length > FIRST && (
        <Button size="small" className="justify-self-start" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t("try.fewer") : t("try.more", { count: Math.min(200, told.length) })}
        </Button>
      )}
    </div>
  );
}

function Took({ answer: { featuresMs, predictionMs } }: { answer: Answer }) {
  const { t } = useTranslation();
  const format = useFormat();
  const ms = (value: number) => format.number(value, { maximumFractionDigits: value < 10 ? 1 : 0 });
  return (
    <p
      data-testid="try-took"
      data-features-ms={featuresMs}
      data-prediction-ms={predictionMs}
      className="text-sm text-ink-soft"
    >
      {t("try.took", { features: ms(featuresMs), prediction: ms(predictionMs) })}
    </p>
  );
}
