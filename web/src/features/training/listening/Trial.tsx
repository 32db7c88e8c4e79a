import { Ear } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Card, CardHeading } from "@/components/ui/Card";
import { EmptyState } from "@/components/ui/EmptyState";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { useVote } from "../api/listening";
import type { Pair, Vote } from "../api/shapes";
import { Side } from "./Side";
import { useDigits } from "./useDigits";
import { Verdicts } from "./Verdicts";
import { usePairSound } from "./usePairSound";

interface TrialProps {
  id: string;
  pair: Pair | null;
}

/** One sentence said twice: hear both, then say which is better. */
export function Trial({ id, pair }: TrialProps) {
  const { t } = useTranslation();
  if (pair === null)
    return (
      <EmptyState icon={Ear} title={t("training.noPair")}>
        {t("training.noPairNote")}
      </EmptyState>
    );
  return <Question key={pair.id} id={id} pair={pair} />;
}

function Question({ id, pair }: { id: string; pair: Pair }) {
  const { t } = useTranslation();
  const vote = useVote(id);
  const sound = usePairSound(pair);
  const choose = (chosen: Vote["chosen"]) => {
    if (!sound.heardBoth || vote.isPending) return;
    sound.stop();
    vote.mutate({ pair_id: pair.id, chosen });
  };
  useDigits({
    1: () => choose("a"),
    2: () => choose("b"),
    0: () => choose("same"),
  });
  return (
    <Card aria-labelledby="trial" data-testid="listening-trial">
      <CardHeading id="trial" note={t("training.trialNote")}>
        {t("training.trial")}
      </CardHeading>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <p dir="auto" lang="fa" className="text-xl">
          {pair.text}
        </p>
        <div className="grid grid-cols-[minmax(0,1fr)] gap-3 sm:grid-cols-2">
          <Side side="a" sound={sound} />
          <Side side="b" sound={sound} />
        </div>
        <Verdicts ready={sound.heardBoth} busy={vote.isPending} onChoose={choose} />
        <ErrorMessage error={sound.error ?? vote.error} />
      </div>
    </Card>
  );
}
