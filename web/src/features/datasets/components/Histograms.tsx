import { useTranslation } from "react-i18next";
import { Card, CardHeading } from "@/components/ui/Card";
import { useFormat } from "@/lib/format";
import type { Histogram as Counts } from "../api/shapes";
import { barsOf, summary } from "../histogram";
import { known, useMeasureText, type Measure } from "../measures";

/** How the measures are spread over the records, one picture each. */
export function Histograms({ histograms }: { histograms: Record<string, Counts> }) {
  const { t } = useTranslation();
  const shown = known(histograms).filter(([, { counts }]) => counts.length > 0);
  if (shown.length === 0) return null;
  return (
    <Card aria-labelledby="histograms" className="lg:col-span-2">
      <CardHeading id="histograms">{t("datasets.histograms")}</CardHeading>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-6 gap-y-6 sm:grid-cols-2 lg:grid-cols-3">
        {shown.map(([name, counts]) => (
          <Histogram key={name} name={name} histogram={counts} />
        ))}
      </div>
    </Card>
  );
}

const WIDTH = 300;
const HEIGHT = 96;
const GAP = 2;

/** One picture, and a sentence that says the same; values rise left to right. */
function Histogram({ name, histogram }: { name: Measure; histogram: Counts }) {
  const { t } = useTranslation();
  const format = useFormat();
  const textOf = useMeasureText();
  const said = summary(histogram);
  const text = (value: number) => textOf(name, value);
  const title = t(`datasets.measure.${name}`);
  return (
    <figure data-testid="histogram">
      <figcaption className="mb-1 font-medium">{title}</figcaption>
      <svg
        role="img"
        aria-label={`${title}: ${t("datasets.histogramNote", {
          count: format.number(said.count),
          from: text(said.from),
          to: text(said.to),
          low: text(said.low),
          high: text(said.high),
        })}`}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        className="w-full overflow-visible"
      >
        {barsOf(histogram, WIDTH, HEIGHT, GAP).map(({ x, width, height, from, to, count }) => (
          <rect
            key={from}
            x={x}
            y={HEIGHT - height}
            width={width}
            height={height}
            rx={1.5}
            className="fill-accent"
          >
            <title>{`${text(from)} – ${text(to)}: ${format.number(count)}`}</title>
          </rect>
        ))}
        <line x1={0} x2={WIDTH} y1={HEIGHT} y2={HEIGHT} className="stroke-line-strong" />
      </svg>
      <p aria-hidden dir="ltr" className="flex justify-between text-sm text-ink-soft">
        <bdi>{text(said.low)}</bdi>
        <bdi>{text(said.high)}</bdi>
      </p>
    </figure>
  );
}
