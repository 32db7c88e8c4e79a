import { useTranslation } from "react-i18next";
import { Card, CardHeading } from "@/components/ui/Card";
import type { Sound } from "@/inpage/models/features/wav";
import { ExampleInput } from "../inputs/ExampleInput";
import type { Opened } from "../useModel";
import { useRun } from "../useRun";
import { MemoryLine } from "./MemoryLine";
import { Result } from "./Result";
import { Trouble } from "./Trouble";

/** A question to the model and its answer. */
export function Trial({ opened, spoken }: { opened: Opened; spoken: Sound | null }) {
  const { t } = useTranslation();
  const { run, busy, answer, count, error } = useRun(opened.model);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6 lg:grid-cols-2">
      <Card aria-labelledby="try-example" data-testid="try-example">
        <CardHeading id="try-example">{t("try.example")}</CardHeading>
        <ExampleInput opened={opened} spoken={spoken} busy={busy} onRun={run} />
      </Card>
      <Card aria-labelledby="try-answer" aria-busy={busy} data-testid="try-answer">
        <CardHeading id="try-answer">{t("try.answer")}</CardHeading>
        <div className="grid gap-4" aria-live="polite">
          {answer === null && error === null && <p className="text-ink-soft">{t("try.noAnswer")}</p>}
          <Trouble error={error} />
          {answer && <Result answer={answer} labels={opened.labels} />}
          {answer && <MemoryLine memory={answer.memory} runs={count} />}
        </div>
      </Card>
    </div>
  );
}
