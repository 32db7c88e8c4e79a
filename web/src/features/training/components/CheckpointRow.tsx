import { History } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Badge } from "@/components/ui/Badge";
import { Button } from "@/components/ui/Button";
import { ConfirmDialog } from "@/components/ui/ConfirmDialog";
import { useFormat } from "@/lib/format";
import type { Checkpoint, Training } from "../api/shapes";
import { useResumeTraining } from "../api/trainings";
import { useValueText } from "../charts/useValueText";
import { canGoOn } from "../progress";
import { PromoteButton } from "./PromoteButton";

interface CheckpointRowProps {
  training: Training;
  checkpoint: Checkpoint;
  best: boolean;
  last: boolean;
}

/** One saved state: when and how good it was, and what can be made of it. */
export function CheckpointRow({ training, checkpoint, best, last }: CheckpointRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const facts = useCheckpointFacts(checkpoint);
  const { id, step } = checkpoint;
  return (
    <li
      data-testid="checkpoint-row"
      data-step={step}
      className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3"
    >
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {t("training.atStep", { step: format.number(step) })}
          {best && <Badge tone="good">{t("training.best")}</Badge>}
          {last && <Badge>{t("training.last")}</Badge>}
        </p>
        <p className="text-sm text-ink-soft">{facts.join(" · ")}</p>
      </div>
      <div className="flex flex-wrap gap-2">
        {canGoOn(training) && <ResumeHere training={training} checkpoint={checkpoint} />}
        <PromoteButton training={training} checkpointId={id} step={step} />
      </div>
    </li>
  );
}

function useCheckpointFacts({ epoch, loss, accuracy, size_bytes, created_at }: Checkpoint): string[] {
  const { t } = useTranslation();
  const format = useFormat();
  const textOf = useValueText();
  return [
    t("training.epochNumber", { epoch: format.number(epoch) }),
    ...(loss === null ? [] : [t("training.lossOf", { value: textOf(loss) })]),
    ...(accuracy === null ? [] : [t("training.accuracyOf", { value: textOf(accuracy) })]),
    format.bytes(size_bytes),
    format.dateTime(created_at),
  ];
}

/** Going on from an earlier state forgets what came after it, so it is asked first. */
function ResumeHere({ training, checkpoint }: Pick<CheckpointRowProps, "training" | "checkpoint">) {
  const { t } = useTranslation();
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const resume = useResumeTraining(training.id);
  const step = format.number(checkpoint.step);
  return (
    <>
      <Button
        size="small"
        data-testid="checkpoint-resume"
        aria-label={t("training.doAt", { action: t("training.resumeFrom"), step })}
        onClick={() => setAsking(true)}
      >
        <History aria-hidden className="size-4 rtl:-scale-x-100" />
        {t("training.resumeFrom")}
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t("training.resumeFrom")}
        description={t("training.resumeFromNote", { step })}
        action={t("training.resume")}
        busy={resume.isPending}
        error={resume.error}
        onConfirm={() => resume.mutate(checkpoint.id, { onSuccess: () => setAsking(false) })}
      />
    </>
  );
}
