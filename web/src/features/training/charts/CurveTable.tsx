import { useTranslation } from "react-i18next";
import { useFormat } from "@/lib/format";
import type { ChartProps } from "./Chart";
import { thinned } from "./curves";
import { useValueText } from "./useValueText";

const ROWS = 40;

/** The same as a chart, in numbers; of many steps some. */
export function CurveTable({ title, picture: { steps, curves }, nameOf }: ChartProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const textOf = useValueText();
  return (
    // A table that is wider or longer than its place is scrolled by the keyboard too.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div role="group" aria-label={title} tabIndex={0} className="max-h-72 overflow-auto">
      <table className="w-full text-sm">
        <caption className="sr-only">{title}</caption>
        <thead>
          <tr className="border-b border-line text-ink-soft">
            <th scope="col" className="py-1 pe-4 text-start font-medium">
              {t("training.step")}
            </th>
            {curves.map(({ name }) => (
              <th key={name} scope="col" className="py-1 pe-4 text-start font-medium">
                <bdi>{nameOf(name)}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {thinned([...steps.entries()], ROWS).map(([at, step]) => (
            <tr key={step}>
              <th scope="row" className="pe-4 text-start font-normal">
                {format.number(step)}
              </th>
              {curves.map(({ name, values }) => (
                <td key={name} className="pe-4">
                  <bdi>{textOf(values[at])}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
