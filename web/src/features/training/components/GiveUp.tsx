import { useNavigate } from "@tanstack/react-router";
import { Trash2, X } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/Button";
import { ConfirmDialog } from "@/components/ui/ConfirmDialog";
import type { Training } from "../api/shapes";
import { useCancelTraining } from "../api/trainings";
import { isOver } from "../progress";

/** Gives a training up, or takes one that has ended out of the list; asks first. */
export function GiveUp({ training }: { training: Training }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const { id, name } = training;
  const cancel = useCancelTraining(id);
  const over = isOver(training);
  const leave = () => (over ? void navigate({ to: "/training" }) : setAsking(false));
  return (
    <>
      <Button
        look="quiet"
        data-testid={over ? "training-remove" : "training-cancel"}
        onClick={() => setAsking(true)}
      >
        {over ? <Trash2 aria-hidden className="size-5" /> : <X aria-hidden className="size-5" />}
        {t(over ? "training.remove" : "training.cancel")}
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t(over ? "training.removeTitle" : "training.cancelTitle")}
        description={t(over ? "training.removeNote" : "training.cancelNote", { name })}
        action={t(over ? "training.removeTitle" : "training.cancelTitle")}
        busy={cancel.isPending}
        error={cancel.error}
        onConfirm={() => cancel.mutate(undefined, { onSuccess: leave })}
      />
    </>
  );
}
