import { useTranslation } from "react-i18next";
import { Progress } from "@/components/ui/Progress";
import { useFormat } from "@/lib/format";
import type { Training } from "../api/shapes";

/** How far a training is: a bar, and under it epoch, step, speed and time left. */
export function TrainingProgress({ training }: { training: Training }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { name, status, progress } = training;
  return (
    <div className="grid gap-1">
      <Progress
        data-testid="training-progress"
        data-status={status}
        data-step={training.step}
        value={progress}
        label={t("training.progressOf", { name })}
        valueText={format.percent(progress)}
        className={status === "running" || status === "completed" ? undefined : "[&>div]:bg-line-strong"}
      />
      <p className="flex justify-between gap-3 text-sm text-ink-soft">
        <span>{useFacts(training).join(" · ")}</span>
        <span>{format.percent(progress)}</span>
      </p>
    </div>
  );
}

function useFacts(training: Training): string[] {
  const { t } = useTranslation();
  const format = useFormat();
  const { status, epoch, total_epochs, step, total_steps, eta_s: left, metrics } = training;
  const speed = metrics.steps_per_s;
  if (status === "queued") return [t("training.waiting")];
  if (status === "running" && metrics.prepared !== undefined)
    return [t("training.preparing", { percent: format.percent(metrics.prepared) })];
  if (total_steps === 0) return status === "running" ? [t("training.settingOut")] : [];
  const of = (done: number, all: number) => ({ done: format.number(done), all: format.number(all) });
  const facts = [t("training.epochOf", of(epoch, total_epochs)), t("training.stepOf", of(step, total_steps))];
  if (status !== "running") return facts;
  if (speed)
    facts.push(t("training.speed", { steps: format.number(speed, { maximumSignificantDigits: 3 }) }));
  if (left !== null) facts.push(t("training.left", { time: format.duration(Math.ceil(left)) }));
  return facts;
}
