import { useTranslation } from "react-i18next";
import { Badge } from "@/components/ui/Badge";
import { Field } from "@/components/ui/Field";
import { Select } from "@/components/ui/Select";
import { useFormat } from "@/lib/format";
import type { Dataset } from "../api/datasets";
import type { Draft } from "./useDraft";

interface DatasetChoiceProps {
  datasets: readonly Dataset[];
  draft: Draft;
}

/** Which recordings or texts to teach with, and how much there is in them. */
export function DatasetChoice({ datasets, draft: { dataset, setDatasetId } }: DatasetChoiceProps) {
  const { t } = useTranslation();
  return (
    <div className="grid gap-2">
      <Field label={t("training.dataset")}>
        {(control) => (
          <Select
            {...control}
            data-testid="training-dataset"
            value={dataset?.id ?? ""}
            onChoose={setDatasetId}
            options={datasets.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
      </Field>
      {dataset && <DatasetFacts dataset={dataset} />}
    </div>
  );
}

function DatasetFacts({ dataset: { type, record_count, duration_s, metadata } }: { dataset: Dataset }) {
  const { t } = useTranslation();
  const format = useFormat();
  const speakers = Object.keys(metadata.report?.speakers ?? {}).length;
  const labels = Object.keys(metadata.report?.labels ?? {}).length;
  const quality = metadata.report?.quality;
  return (
    <p className="flex flex-wrap gap-1.5">
      <Badge tone="accent">{t(`training.kind.${type}`)}</Badge>
      <Badge>{t("training.records", { count: record_count })}</Badge>
      {duration_s !== null && duration_s > 0 && <Badge>{format.duration(duration_s)}</Badge>}
      {speakers > 1 && <Badge>{t("training.speakers", { count: speakers })}</Badge>}
      {labels > 0 && <Badge>{t("training.labels", { count: labels })}</Badge>}
      {quality !== undefined && (
        <Badge>{t("training.quality", { value: format.number(Math.round(quality)) })}</Badge>
      )}
      {metadata.license && <Badge>{metadata.license}</Badge>}
    </p>
  );
}
