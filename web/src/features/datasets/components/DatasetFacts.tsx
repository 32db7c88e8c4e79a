import { useTranslation } from "react-i18next";
import { Badge } from "@/components/ui/Badge";
import { useFormat } from "@/lib/format";
import type { Dataset } from "../api/shapes";

const MB = 1_000_000;

/** How much there is in a dataset, and how good it is. */
export function DatasetFacts({ dataset }: { dataset: Dataset }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { duration_s: duration, size_mb: size, metadata } = dataset;
  const quality = metadata.report?.quality;
  return (
    <span className="flex flex-wrap gap-1.5">
      <Badge tone="accent">{t(`datasets.kind.${dataset.type}`)}</Badge>
      <Badge>{t("datasets.records", { count: dataset.record_count })}</Badge>
      {duration !== null && duration > 0 && <Badge>{format.duration(duration)}</Badge>}
      {size > 0 && <Badge>{format.bytes(size * MB)}</Badge>}
      {quality !== undefined && metadata.status === "ready" && <QualityBadge value={quality} />}
      {metadata.license && <Badge>{metadata.license}</Badge>}
    </span>
  );
}

const GOOD = 80;
const BAD = 50;
const MOST = 100;

/** How good something is, from 0 to 100. */
export function QualityBadge({ value }: { value: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Badge tone={value >= GOOD ? "good" : value < BAD ? "danger" : "warning"}>
      {t("datasets.quality", { value: format.number(Math.round(value)), most: format.number(MOST) })}
    </Badge>
  );
}
