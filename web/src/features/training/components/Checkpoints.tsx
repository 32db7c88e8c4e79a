import { useTranslation } from "react-i18next";
import { Card, CardHeading } from "@/components/ui/Card";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { Skeleton } from "@/components/ui/Skeleton";
import { useCheckpoints } from "../api/history";
import type { Training } from "../api/shapes";
import { CheckpointRow } from "./CheckpointRow";

/** The saved states: to go on from, and to make the model of. */
export function Checkpoints({ training }: { training: Training }) {
  const { t } = useTranslation();
  const { data, error, isPending, refetch } = useCheckpoints(training.id, training.status === "running");
  return (
    <Card aria-labelledby="checkpoints" data-testid="training-checkpoints">
      <CardHeading id="checkpoints" note={t("training.checkpointsNote")}>
        {t("training.checkpoints")}
      </CardHeading>
      {isPending && <Skeleton lines={3} />}
      {!data && <ErrorMessage error={error} onRetry={() => void refetch()} />}
      {data?.length === 0 && <p className="text-ink-soft">{t("training.noCheckpoints")}</p>}
      <ul className="grid grid-cols-[minmax(0,1fr)] divide-y divide-line">
        {data?.map((checkpoint, at) => (
          <CheckpointRow
            key={checkpoint.id}
            training={training}
            checkpoint={checkpoint}
            // Each of them was the best when it was saved; the newest of them is.
            best={checkpoint === data.find(({ best }) => best)}
            last={at === 0}
          />
        ))}
      </ul>
    </Card>
  );
}
