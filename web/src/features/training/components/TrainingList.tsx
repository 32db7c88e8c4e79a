import { useNavigate } from "@tanstack/react-router";
import { GitCompare, GraduationCap } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Shelf } from "@/components/Shelf";
import { Button } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { Skeleton } from "@/components/ui/Skeleton";
import { useTrainings } from "../api/trainings";
import { TrainingRow } from "./TrainingRow";

const LEAST = 2;

/** The trainings one has; some of them can be chosen and compared. */
export function TrainingList() {
  const { t } = useTranslation();
  const { data, error, isPending, refetch } = useTrainings();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const choose = (id: string, yes: boolean) =>
    setChosen((ids) => (yes ? [...ids, id] : ids.filter((other) => other !== id)));
  return (
    <Shelf title={t("training.mine")} note={data && t("training.count", { count: data.length })}>
      {isPending && <Skeleton lines={4} />}
      {!data && <ErrorMessage error={error} onRetry={() => void refetch()} />}
      {data?.length === 0 && (
        <EmptyState icon={GraduationCap} title={t("training.none")}>
          {t("training.noneNote")}
        </EmptyState>
      )}
      <ul className="grid grid-cols-[minmax(0,1fr)] gap-3">
        {data?.map((training) => (
          <TrainingRow
            key={training.id}
            training={training}
            chosen={chosen.includes(training.id)}
            onChoose={(yes) => choose(training.id, yes)}
          />
        ))}
      </ul>
      {data && data.length >= LEAST && <CompareChosen ids={chosen} />}
    </Shelf>
  );
}

function CompareChosen({ ids }: { ids: readonly string[] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const enough = ids.length >= LEAST;
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button
        data-testid="training-compare-chosen"
        disabled={!enough}
        onClick={() => void navigate({ to: "/training/compare", search: { ids: [...ids] } })}
      >
        <GitCompare aria-hidden className="size-5" />
        {t("training.compare")}
      </Button>
      <p role="status" className="text-sm text-ink-soft">
        {enough ? t("training.chosenCount", { count: ids.length }) : t("training.compareNote")}
      </p>
    </div>
  );
}
