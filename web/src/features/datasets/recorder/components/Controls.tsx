import { ArrowLeft, BookA, Check, Mic, RotateCcw, Square } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Sitting, SittingState } from "../Sitting";
import { useKeys } from "../useKeys";
import { KeyButton } from "./KeyButton";

const LARGE = "max-sm:px-3 max-sm:text-base";

interface ControlsProps {
  sitting: Sitting;
  state: SittingState;
  deviceId: string | null;
  hinted: boolean;
  onHint: () => void;
}

/** What can be done with the sentence at hand, each with its key. */
export function Controls({ sitting, state: { phase, take }, deviceId, hinted, onHint }: ControlsProps) {
  const { t } = useTranslation();
  const record = () => void sitting.record(deviceId);
  const save = () => void sitting.keep();
  const skip = () => sitting.skip();
  const [recording, reviewing] = [phase === "recording", phase === "reviewing"];
  const toggle = recording ? () => void sitting.stop() : record;
  useKeys({
    ...(reviewing ? {} : { Space: toggle }),
    ...(recording || reviewing ? { Enter: save, KeyR: record } : {}),
    KeyS: skip,
    KeyH: onHint,
  });
  const good = take?.warnings.length === 0;
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap justify-center gap-2 max-sm:[&>button]:grow">
        {reviewing && (
          <KeyButton
            icon={Check}
            look={good ? "primary" : "secondary"}
            size="large"
            className={LARGE}
            label={t(good ? "recorder.save" : "recorder.saveAnyway")}
            keyName="Enter"
            data-testid="recorder-save"
            onClick={save}
          />
        )}
        <KeyButton
          icon={recording ? Square : reviewing ? RotateCcw : Mic}
          look={recording ? "danger" : reviewing && good ? "secondary" : "primary"}
          size="large"
          className={LARGE}
          label={t(recording ? "recorder.stop" : reviewing ? "recorder.retake" : "recorder.record")}
          keyName={reviewing ? "R" : "Space"}
          data-testid="recorder-record"
          data-phase={phase}
          busy={phase === "opening"}
          onClick={toggle}
        />
        {recording && (
          <KeyButton
            icon={Check}
            size="large"
            className={LARGE}
            label={t("recorder.saveAtOnce")}
            keyName="Enter"
            data-testid="recorder-save-at-once"
            onClick={save}
          />
        )}
      </div>
      <div className="flex flex-wrap justify-center gap-2">
        {recording && (
          <KeyButton
            icon={RotateCcw}
            look="quiet"
            label={t("recorder.restart")}
            keyName="R"
            data-testid="recorder-restart"
            onClick={record}
          />
        )}
        <KeyButton
          icon={ArrowLeft}
          look="quiet"
          className="[&>svg]:ltr:-scale-x-100"
          label={t("recorder.skip")}
          keyName="S"
          data-testid="recorder-skip"
          onClick={skip}
        />
        <KeyButton
          icon={BookA}
          look="quiet"
          label={t("recorder.hint")}
          keyName="H"
          aria-pressed={hinted}
          data-testid="recorder-hint-toggle"
          onClick={onHint}
        />
      </div>
    </div>
  );
}
