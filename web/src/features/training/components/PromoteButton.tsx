import { Sparkles } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/Button";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { useFormat } from "@/lib/format";
import { announce } from "@/lib/toasts";
import type { Training } from "../api/shapes";
import { usePromote } from "../api/trainings";
import { isUnderWay } from "../progress";

interface PromoteButtonProps {
  training: Training;
  checkpointId: string;
  step: number;
}

/** Makes the model of this saved state; not while the training still goes on. */
export function PromoteButton({ training, checkpointId, step }: PromoteButtonProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const promote = usePromote(training.id);
  if (isUnderWay(training) || training.status === "cancelled") return null;
  const kind = training.recipe === "classifier" ? "classifier" : "voice";
  const action = t(`training.promote.${kind}`);
  const at = format.number(step);
  return (
    <>
      <Button
        size="small"
        data-testid="checkpoint-promote"
        aria-label={t("training.doAt", { action, step: at })}
        busy={promote.isPending}
        onClick={() =>
          promote.mutate(checkpointId, {
            onSuccess: () => announce(t("training.promoting", { step: at })),
          })
        }
      >
        <Sparkles aria-hidden className="size-4" />
        {action}
      </Button>
      <ErrorMessage error={promote.error} />
    </>
  );
}
