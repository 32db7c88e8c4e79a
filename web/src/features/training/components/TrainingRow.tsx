import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Badge } from "@/components/ui/Badge";
import { useFormat } from "@/lib/format";
import type { Training } from "../api/shapes";
import { isOver } from "../progress";
import { Failure } from "./Failure";
import { SpeakWithIt } from "./SpeakWithIt";
import { TrainingProgress } from "./TrainingProgress";
import { TrainingStatus } from "./TrainingStatus";

interface TrainingRowProps {
  training: Training;
  chosen: boolean;
  onChoose: (chosen: boolean) => void;
}

/** One training of the list. */
export function TrainingRow({ training, chosen, onChoose }: TrainingRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { id, name, status, recipe, dataset_name } = training;
  return (
    <li
      data-testid="training-row"
      data-status={status}
      className="grid grid-cols-[minmax(0,1fr)] gap-3 rounded-2xl border border-line bg-surface p-5 shadow-card"
    >
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h3 className="min-w-0 text-lg font-semibold wrap-anywhere">
          <Link to="/training/$id" params={{ id }} className="underline-offset-4 hover:underline">
            <bdi>{name}</bdi>
          </Link>
        </h3>
        <p className="flex flex-wrap items-center gap-2 text-sm text-ink-soft">
          {format.dateTime(training.created_at)}
          <TrainingStatus status={status} />
        </p>
      </div>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <span className="flex flex-wrap gap-1.5">
          <Badge tone="accent">{t(`training.recipe.${recipe}`)}</Badge>
          <Badge>{dataset_name}</Badge>
        </span>
        <label className="flex min-h-9 items-center gap-2 text-sm text-ink-soft">
          <input
            type="checkbox"
            data-testid="training-compare"
            className="size-5 accent-accent"
            checked={chosen}
            onChange={({ target }) => onChoose(target.checked)}
          />
          {t("training.compareThis")}
          <span className="sr-only">{name}</span>
        </label>
      </div>
      {!isOver(training) && <TrainingProgress training={training} />}
      <Failure error={training.error} />
      {status === "completed" && <SpeakWithIt modelId={training.model_id} />}
    </li>
  );
}
