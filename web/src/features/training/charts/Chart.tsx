import { lazy, Suspense, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Disclosure } from "@/components/ui/Disclosure";
import { Skeleton } from "@/components/ui/Skeleton";
import { useFormat } from "@/lib/format";
import type { Picture } from "./curves";
import { CurveTable } from "./CurveTable";
import { strokeAt } from "./palette";
import { Stroke } from "./Stroke";
import { useValueText } from "./useValueText";

const Plot = lazy(() => import("./Plot"));

/** What is drawn, and what its curves are called. */
export interface ChartProps {
  title: string;
  picture: Picture;
  nameOf: (curve: string) => string;
}

/** Curves over steps: drawn, told by their names and values, and as a table for those who do not see them. */
export function Chart({ title, picture, nameOf }: ChartProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const textOf = useValueText();
  const [pointed, setPointed] = useState<number | null>(null);
  const [open, setOpen] = useState(false);
  const id = useId();
  const last = picture.steps.length - 1;
  const at = Math.min(pointed ?? last, last);
  return (
    <figure
      aria-labelledby={id}
      data-testid="training-chart"
      className="grid grid-cols-[minmax(0,1fr)] content-start gap-2"
    >
      <figcaption className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span id={id} className="font-medium">
          {title}
        </span>
        <span className="text-sm text-ink-soft">
          {t("training.atStep", { step: format.number(picture.steps[at] ?? 0) })}
        </span>
      </figcaption>
      <div aria-hidden>
        <Suspense fallback={<Skeleton lines={6} />}>
          <Plot picture={picture} onPoint={setPointed} />
        </Suspense>
      </div>
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
        {picture.curves.map(({ name, values }, place) => (
          <li key={name} className="flex items-center gap-1.5">
            <Stroke {...strokeAt(place)} />
            <bdi>{nameOf(name)}</bdi>
            <bdi className="text-ink-soft">{textOf(valueAt(values, at))}</bdi>
          </li>
        ))}
      </ul>
      <Disclosure summary={<span className="text-sm">{t("training.asTable")}</span>} onToggle={setOpen}>
        {open && <CurveTable title={title} picture={picture} nameOf={nameOf} />}
      </Disclosure>
    </figure>
  );
}

/** The last value that was measured up to there. */
function valueAt(values: readonly (number | null)[], at: number): number | null {
  return values.slice(0, at + 1).findLast((value) => value !== null) ?? null;
}
