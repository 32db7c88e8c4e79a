import { useTranslation } from "react-i18next";
import { Card } from "@/components/ui/Card";
import type { Training } from "../api/shapes";
import { Actions } from "./Actions";
import { Failure } from "./Failure";
import { TrainingProgress } from "./TrainingProgress";

/** How far a training is, why it failed, and what can be done about it. */
export function StateCard({ training }: { training: Training }) {
  const { t } = useTranslation();
  const { status } = training;
  return (
    <Card aria-label={t("training.state")} className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <TrainingProgress training={training} />
      <Failure error={training.error} />
      {status === "paused" && <p role="status">{t("training.pausedNote")}</p>}
      {status === "cancelled" && <p role="status">{t("training.cancelledNote")}</p>}
      <Actions training={training} />
    </Card>
  );
}
