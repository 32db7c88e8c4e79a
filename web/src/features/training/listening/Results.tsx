import { useTranslation } from "react-i18next";
import { Card, CardHeading } from "@/components/ui/Card";
import { Meter } from "@/components/ui/Meter";
import { useFormat } from "@/lib/format";
import type { Standing, Training } from "../api/shapes";
import { PromoteButton } from "../components/PromoteButton";
import { ranking, type Ranked } from "./ranking";

const ALL = 100;

/** How the checkpoints have done, and the way to make the voice of the best. */
export function Results({ training, results }: { training: Training; results: readonly Standing[] }) {
  const { t } = useTranslation();
  const ranked = ranking(results);
  if (!ranked.some(({ trials }) => trials > 0)) return null;
  return (
    <Card aria-labelledby="results" data-testid="listening-results">
      <CardHeading id="results" note={t("training.votesNote")}>
        {t("training.votes")}
      </CardHeading>
      <ol className="grid grid-cols-[minmax(0,1fr)] gap-4">
        {ranked.map((result) => (
          <Row key={result.checkpoint_id} training={training} result={result} />
        ))}
      </ol>
    </Card>
  );
}

function Row({ training, result }: { training: Training; result: Ranked }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { step, wins, losses, ties, share, checkpoint_id } = result;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)] items-center gap-x-6 gap-y-2 sm:grid-cols-[minmax(0,1fr)_auto]">
      <Meter
        good
        label={t("training.atStep", { step: format.number(step) })}
        percent={ALL * (share ?? 0)}
        note={t("training.votesOf", {
          wins: format.number(wins),
          losses: format.number(losses),
          ties: format.number(ties),
        })}
      />
      <PromoteButton training={training} checkpointId={checkpoint_id} step={step} />
    </li>
  );
}
