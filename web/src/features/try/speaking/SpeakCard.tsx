import { Play, Square } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/Button";
import { Card, CardHeading } from "@/components/ui/Card";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { Field } from "@/components/ui/Field";
import { controlLook } from "@/components/ui/Input";
import { Progress } from "@/components/ui/Progress";
import { Select } from "@/components/ui/Select";
import type { Sound } from "@/inpage/models/features/wav";
import type { Fetched } from "@/inpage/types";
import { cn } from "@/lib/cn";
import { useFormat } from "@/lib/format";
import { useVoicesInPage } from "../api/voices";
import { useSpeech } from "./useSpeech";

/** A voice heard in the page; `onSpoken` takes what it said. */
export function SpeakCard({ onSpoken }: { onSpoken: (sound: Sound) => void }) {
  const { t } = useTranslation();
  const { data, error } = useVoicesInPage();
  const { state, speak, stop } = useSpeech(onSpoken);
  const [text, setText] = useState<string>(t("try.speakExample"));
  const [chosen, setChosen] = useState<string | null>(null);
  const voice = data?.find(({ id }) => id === chosen)?.id ?? data?.[0]?.id;
  const busy = state.phase === "loading" || state.phase === "speaking";
  return (
    <Card aria-labelledby="try-speak" data-testid="try-speak" data-phase={state.phase}>
      <CardHeading id="try-speak" note={t("try.speakNote")}>
        {t("try.speak")}
      </CardHeading>
      <ErrorMessage error={error} />
      {data?.length === 0 && <p>{t("try.noVoices")}</p>}
      {data && voice !== undefined && (
        <form
          className="grid gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            if (busy) stop();
            else speak(text, voice);
          }}
        >
          <div className="grid items-start gap-4 sm:grid-cols-[2fr_1fr]">
            <Field label={t("try.speakText")}>
              {(control) => (
                <textarea
                  {...control}
                  dir="auto"
                  lang="fa"
                  rows={2}
                  maxLength={500}
                  data-testid="try-speak-text"
                  className={cn(controlLook, "py-2.5")}
                  value={text}
                  onChange={({ target }) => setText(target.value)}
                />
              )}
            </Field>
            <Field label={t("try.voice")}>
              {(control) => (
                <Select
                  {...control}
                  value={voice}
                  options={data.map(({ id, name }) => ({ value: id, label: name }))}
                  onChoose={setChosen}
                />
              )}
            </Field>
          </div>
          {state.phase === "loading" && <Coming fetched={state.fetched} />}
          {state.phase === "failed" && <ErrorMessage error={state.error} />}
          {state.phase === "done" && <p role="status">{t("try.speakDone")}</p>}
          <Button
            type="submit"
            data-testid="try-speak-now"
            className="justify-self-start"
            disabled={!busy && text.trim() === ""}
          >
            {busy ? (
              <Square aria-hidden className="size-5" />
            ) : (
              <Play aria-hidden className="size-5 rtl:-scale-x-100" />
            )}
            {t(busy ? "try.speakStop" : "try.speakNow")}
          </Button>
        </form>
      )}
    </Card>
  );
}

function Coming({ fetched: { loaded, total } }: { fetched: Fetched }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="grid gap-1.5">
      <p className="flex flex-wrap justify-between gap-x-4 text-sm">
        <span role="status">{t("try.speakLoading")}</span>
        <span className="text-ink-soft">{loaded > 0 && format.bytes(loaded)}</span>
      </p>
      <Progress
        value={total > 0 ? (100 * loaded) / total : 0}
        label={t("try.speakLoading")}
        valueText={loaded > 0 ? format.bytes(loaded) : ""}
      />
    </div>
  );
}
