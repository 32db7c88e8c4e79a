import { Pause, Play } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/Button";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import type { Training } from "../api/shapes";
import { usePauseTraining, useResumeTraining } from "../api/trainings";
import { canGoOn, isUnderWay } from "../progress";
import { GiveUp } from "./GiveUp";

/** Halt, go on, and give up or take away. */
export function Actions({ training }: { training: Training }) {
  const { t } = useTranslation();
  const pause = usePauseTraining(training.id);
  const resume = useResumeTraining(training.id);
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        {isUnderWay(training) && (
          <Button data-testid="training-pause" busy={pause.isPending} onClick={() => pause.mutate()}>
            <Pause aria-hidden className="size-5" />
            {t("training.pause")}
          </Button>
        )}
        {canGoOn(training) && (
          <Button
            look="primary"
            data-testid="training-resume"
            busy={resume.isPending}
            onClick={() => resume.mutate(undefined)}
          >
            <Play aria-hidden className="size-5 rtl:-scale-x-100" />
            {t("training.resume")}
          </Button>
        )}
        <GiveUp training={training} />
      </div>
      <ErrorMessage error={pause.error ?? resume.error} />
    </>
  );
}
