import { CircleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Progress } from "@/components/ui/Progress";
import { useFormat } from "@/lib/format";
import type { Dataset } from "../api/shapes";
import { isRunning } from "../progress";
import { Rejections } from "./Rejections";

/** How far a dataset is, why it failed, and what of it was not taken in; nothing where all is well. */
export function DatasetState({ dataset }: { dataset: Dataset }) {
  const { metadata } = dataset;
  return (
    <>
      {isRunning(dataset) && <Coming dataset={dataset} />}
      {metadata.error !== null && (
        <div
          role="alert"
          data-testid="error-message"
          className="flex items-start gap-3 rounded-xl bg-danger-soft px-4 py-3 text-danger"
        >
          <CircleAlert aria-hidden className="mt-1 size-5 shrink-0" />
          <p>{metadata.error.message}</p>
        </div>
      )}
      <Rejections rejected={metadata.rejected} count={metadata.rejected_count} />
    </>
  );
}

const STAGES = ["waiting", "downloading", "unpacking", "importing", "aligning", "checking"] as const;

function Coming({ dataset: { name, metadata } }: { dataset: Dataset }) {
  const { t } = useTranslation();
  const format = useFormat();
  const percent = metadata.progress;
  const stage = STAGES.find((known) => known === metadata.stage);
  return (
    <div className="grid gap-1">
      <Progress
        data-testid="dataset-progress"
        data-status={metadata.status}
        value={percent}
        label={t("datasets.progress", { name })}
        valueText={format.percent(percent)}
      />
      <p className="flex justify-between gap-3 text-sm text-ink-soft">
        <span>
          {stage ? t(`datasets.stage.${stage}`) : t(`datasets.status.${metadata.status}`)}
          {metadata.accepted > 0 && ` · ${t("datasets.takenIn", { count: metadata.accepted })}`}
        </span>
        <span>{format.percent(percent)}</span>
      </p>
    </div>
  );
}
