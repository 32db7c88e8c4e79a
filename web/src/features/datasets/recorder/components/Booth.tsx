import { CircleCheck } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Card } from "@/components/ui/Card";
import { EmptyState } from "@/components/ui/EmptyState";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { Skeleton } from "@/components/ui/Skeleton";
import { useFormat } from "@/lib/format";
import { Problem } from "@/lib/problem";
import type { Sitting, SittingState } from "../Sitting";
import { Controls } from "./Controls";
import { LevelMeter } from "./LevelMeter";
import { MicrophoneTrouble } from "@/components/MicrophoneTrouble";
import { PromptText } from "./PromptText";
import { Review } from "./Review";

interface BoothProps {
  sitting: Sitting;
  state: SittingState;
  deviceId: string | null;
}

/** Where one reads: the sentence, the microphone's level, the take, and what can be done. */
export function Booth({ sitting, state, deviceId }: BoothProps) {
  const { t } = useTranslation();
  const [hinted, setHinted] = useState(false);
  const [prompt] = state.script.ahead;
  if (!prompt) return <Nothing sitting={sitting} state={state} />;
  return (
    <Card aria-label={t("recorder.booth")} className="grid grid-cols-[minmax(0,1fr)] content-start gap-6">
      {state.trouble && (
        <MicrophoneTrouble trouble={state.trouble} onRetry={() => void sitting.open(deviceId)} />
      )}
      <div className="grid min-h-40 items-center py-2 sm:min-h-52">
        <PromptText text={prompt.text} hinted={hinted} />
      </div>
      {state.take ? (
        <Review key={state.take.prompt.id} take={state.take} />
      ) : (
        <div className="grid gap-2">
          <Lamp state={state} />
          <LevelMeter sitting={sitting} on={state.phase === "ready" || state.phase === "recording"} />
        </div>
      )}
      <Controls
        sitting={sitting}
        state={state}
        deviceId={deviceId}
        hinted={hinted}
        onHint={() => setHinted((shown) => !shown)}
      />
      {state.take ? (
        <ErrorMessage error={state.failure === null ? null : notKept(t("recorder.notKept"))} />
      ) : (
        <ErrorMessage error={state.failure} onRetry={() => void sitting.ask()} />
      )}
    </Card>
  );
}

function notKept(detail: string): Problem {
  return new Problem({ status: 0, code: "take_not_kept", detail });
}

function Nothing({ sitting, state }: { sitting: Sitting; state: SittingState }) {
  const { t } = useTranslation();
  if (state.failure !== null)
    return <ErrorMessage error={state.failure} onRetry={() => void sitting.ask()} />;
  if (!state.asked) return <Skeleton lines={6} />;
  return (
    <EmptyState icon={CircleCheck} title={t("recorder.allRead")}>
      {t("recorder.allReadNote")}
    </EmptyState>
  );
}

/** Says whether it is being recorded, and for how long. */
function Lamp({ state: { phase } }: { state: SittingState }) {
  const { t } = useTranslation();
  const on = phase === "recording";
  return (
    <p className="flex items-center justify-center gap-2" aria-live="polite">
      <span
        aria-hidden
        className={`size-3 rounded-full ${on ? "animate-pulse bg-danger" : "bg-line-strong"}`}
      />
      <span className={on ? "font-medium text-danger" : "text-ink-soft"}>{t(`recorder.phase.${phase}`)}</span>
      {on && <Clock />}
    </p>
  );
}

function Clock() {
  const format = useFormat();
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((before) => before + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <span aria-hidden className="tabular-nums">
      {format.clock(seconds)}
    </span>
  );
}
