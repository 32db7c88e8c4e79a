import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Badge } from "@/components/ui/Badge";
import { useFormat } from "@/lib/format";
import type { Dataset } from "../api/shapes";
import { DatasetFacts } from "./DatasetFacts";
import { DatasetState } from "./DatasetState";
import { DeleteDataset } from "./DeleteDataset";

const TONES = { importing: "plain", checking: "plain", ready: "good", failed: "danger" } as const;

/** One dataset of the list. */
export function DatasetRow({ dataset }: { dataset: Dataset }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { status } = dataset.metadata;
  return (
    <li
      data-testid="dataset-row"
      data-status={status}
      className="grid grid-cols-[minmax(0,1fr)] gap-3 rounded-2xl border border-line bg-surface p-5 shadow-card"
    >
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h3 className="min-w-0 text-lg font-semibold wrap-anywhere">
          <Link to="/datasets/$id" params={{ id: dataset.id }} className="underline-offset-4 hover:underline">
            <bdi>{dataset.name}</bdi>
          </Link>
        </h3>
        <p className="flex flex-wrap items-center gap-2 text-sm text-ink-soft">
          {format.dateTime(dataset.created_at)}
          <Badge tone={TONES[status]}>{t(`datasets.status.${status}`)}</Badge>
        </p>
      </div>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <DatasetFacts dataset={dataset} />
        <DeleteDataset dataset={dataset} />
      </div>
      <DatasetState dataset={dataset} />
    </li>
  );
}
