import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/Button";
import { Dialog } from "@/components/ui/Dialog";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { Field } from "@/components/ui/Field";
import { Input } from "@/components/ui/Input";
import { useForgetWord, useKeepWord, type Said } from "@/lib/lexicon";
import { announce } from "@/lib/toasts";
import type { Stream } from "../place/Maker";
import { sayEzafe, withoutEzafe } from "./ezafe";
import { notation, type Mark } from "./marks";
import { lettersOf, spell } from "./spelling";
import { useHearing } from "./useHearing";
import type { WordReading } from "./useReading";
import { useSpellings } from "./useSpellings";
import { Way } from "./Way";

interface WordDialogProps {
  word: WordReading | null;
  mark: Mark | undefined;
  voice: string;
  onlyHere: boolean;
  /** What one way is heard from. */
  stream: Stream;
  /** Whether it can be chosen for this text alone. */
  once: boolean;
  onMark: (mark: Mark) => void;
  onUnmark: (start: number) => void;
  onClose: () => void;
}

/** How one word is said and could be said: to be heard, chosen for this text, or kept for all. */
export function WordDialog(props: WordDialogProps) {
  const { word, onClose } = props;
  const { t } = useTranslation();
  return (
    <Dialog
      open={word !== null}
      onClose={onClose}
      title={<bdi>{word?.text}</bdi>}
      description={word ? t(`reading.source.${sourceOf(word)}`) : undefined}
    >
      {word && <Ways {...props} word={word} />}
    </Dialog>
  );
}

function Ways({
  word,
  mark,
  voice,
  onlyHere,
  stream,
  once,
  onMark,
  onUnmark,
  onClose,
}: WordDialogProps & { word: WordReading }) {
  const { t } = useTranslation();
  const { hear, error } = useHearing(voice, stream);
  const [respelling, setRespelling] = useState("");
  const keep = useKeepWord();
  const forget = useForgetWord();
  const spellings = useSpellings(lettersOf(word), word.alternatives, onlyHere);
  const entry = withoutEzafe(/\s/.test(word.text) ? word.spoken : word.text);

  const choose = (said: Said) => {
    // An author's sounds are taken as they are, so the ezafe of this place is put in here.
    const whole = "ipa" in said && word.ezafe ? { ipa: sayEzafe(said.ipa) } : said;
    const spelling = "ipa" in said ? (spellings.get(said.ipa) ?? lettersOf(word)) : said.spoken;
    onMark({ start: word.start, end: word.end, said: whole, spelling });
    onClose();
  };
  const done = (message: string) => {
    onUnmark(word.start);
    announce(message);
    onClose();
  };
  const actions = (said: Said) => ({
    onHear: () => void hear(word.text, said),
    onChoose: once ? () => choose(said) : undefined,
    onKeep: () =>
      keep.mutate({ word: entry, said }, { onSuccess: () => done(t("reading.kept", { word: entry })) }),
    keeping: keep.isPending,
  });

  return (
    <>
      <ul className="divide-y divide-line">
        <Way
          label={t("reading.now")}
          spelling={spell(word, true)}
          ipa={word.ipa}
          onHear={() => void hear(word.text, { ipa: word.ipa })}
        />
        {mark && (
          <Way
            label={t("reading.chosen")}
            spelling={"ipa" in mark.said ? spell(word, true, mark) : undefined}
            ipa={notation(mark.said)}
            onHear={() => void hear(word.text, mark.said)}
            onUndo={() => {
              onUnmark(word.start);
              onClose();
            }}
          />
        )}
        {word.alternatives.map((ipa) => (
          <Way
            key={ipa}
            label={t("reading.alternative")}
            spelling={spellings.get(ipa)}
            ipa={ipa}
            {...actions({ ipa })}
          />
        ))}
      </ul>
      <Field label={t("reading.respelling")} hint={t("reading.respellingNote")}>
        {(control) => (
          <Input
            {...control}
            dir="rtl"
            maxLength={200}
            data-testid="reading-respelling"
            value={respelling}
            onChange={(event) => setRespelling(event.target.value)}
          />
        )}
      </Field>
      {respelling.trim() !== "" && (
        <ul>
          <Way label={t("reading.own")} ipa={respelling} {...actions({ spoken: respelling.trim() })} />
        </ul>
      )}
      {word.source === "lexicon" && (
        <Button
          look="danger"
          busy={forget.isPending}
          className="justify-self-start"
          onClick={() =>
            forget.mutate(entry, { onSuccess: () => done(t("reading.forgotten", { word: entry })) })
          }
        >
          {t("reading.forget")}
        </Button>
      )}
      <ErrorMessage error={error ?? keep.error ?? forget.error} />
    </>
  );
}

const SOURCES = ["dictionary", "model", "espeak", "homograph", "lexicon", "author"] as const;

function sourceOf(word: WordReading): (typeof SOURCES)[number] {
  return SOURCES.find((source) => source === word.source) ?? "espeak";
}
