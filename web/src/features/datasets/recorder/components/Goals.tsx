import { useTranslation } from "react-i18next";
import { Card, CardHeading } from "@/components/ui/Card";
import { Progress } from "@/components/ui/Progress";
import { useFormat } from "@/lib/format";
import type { Recording } from "../api/recording";

/** How much is recorded, on the way to the next goal. */
export function Goals({ progress, unsentS }: { progress: Recording; unsentS: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { goals, recorded, total } = progress;
  const durationS = progress.duration_s + unsentS;
  const goal = goals.find((each) => durationS < each) ?? goals.at(-1) ?? 1;
  return (
    <Card aria-labelledby="recorder-goals">
      <CardHeading
        id="recorder-goals"
        note={t("recorder.sentences", {
          count: total,
          recorded: format.number(recorded),
          total: format.number(total),
        })}
      >
        {t("recorder.recorded", { duration: format.clock(durationS) })}
      </CardHeading>
      <Progress
        data-testid="recorder-progress"
        value={(100 * durationS) / goal}
        label={t("recorder.goal", { duration: format.duration(goal) })}
        valueText={t("recorder.goalOf", {
          duration: format.duration(durationS),
          goal: format.duration(goal),
        })}
      />
      <ol className="mt-3 grid gap-1 text-sm">
        {goals.map((each, at) => (
          <li key={each} className="flex justify-between gap-3">
            <span
              className={durationS >= each ? "text-good" : each === goal ? "font-medium" : "text-ink-soft"}
            >
              {format.duration(each)}
            </span>
            <span className="text-ink-soft">{t(`recorder.goalName.${goalName(at)}`)}</span>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function goalName(at: number) {
  return (["first", "good"] as const)[at] ?? "proud";
}
