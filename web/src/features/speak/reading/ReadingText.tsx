import { Fragment, useState, type ComponentProps, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { cn } from "@/lib/cn";
import { withoutTags } from "../text/pieces";
import { notation, type Mark } from "./marks";
import { spell } from "./spelling";
import type { Reading, WordReading } from "./useReading";

interface ReadingTextProps {
  reading: Reading;
  ssml: boolean;
  vowels: boolean;
  marks: readonly Mark[];
  onChoose: (word: WordReading) => void;
}

/** The text with its ezafes, and its vowels if they are wanted, written in; each word is a button, and arrow keys go from one to the next. */
export function ReadingText({ reading, ssml, vowels, marks, onChoose }: ReadingTextProps) {
  const { t } = useTranslation();
  const [reached, setReached] = useState(0);
  const gap = (from: number, to: number) => {
    const text = reading.text.slice(from, to);
    return ssml ? withoutTags(text) : text;
  };
  return (
    // The handler serves the words inside, each of which is a button of its own.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      role="group"
      aria-label={t("reading.title")}
      dir="auto"
      className="max-h-80 overflow-y-auto rounded-xl bg-sunken px-4 py-3 text-lg leading-loose wrap-anywhere whitespace-pre-wrap"
      onKeyDown={goByArrows}
    >
      {reading.words.map((word, index) => (
        <Fragment key={`${word.start}-${word.end}`}>
          {gap(reading.words[index - 1]?.end ?? 0, word.start)}
          <Word
            word={word}
            vowels={vowels}
            mark={marks.find(({ start, end }) => start === word.start && end === word.end)}
            tabIndex={index === Math.min(reached, reading.words.length - 1) ? 0 : -1}
            onFocus={() => setReached(index)}
            onClick={() => onChoose(word)}
          />
        </Fragment>
      ))}
      {gap(reading.words.at(-1)?.end ?? 0, reading.text.length)}
    </div>
  );
}

interface WordProps extends Pick<ComponentProps<"button">, "tabIndex" | "onFocus" | "onClick"> {
  word: WordReading;
  vowels: boolean;
  mark: Mark | undefined;
}

function Word({ word, vowels, mark, ...rest }: WordProps) {
  const spelling = spell(word, vowels, mark);
  return (
    // Not every screen reader can say a word with its vowels. The rule does not know that ARIA 1.3 lets every role have this.
    // eslint-disable-next-line jsx-a11y/role-supports-aria-props
    <button
      type="button"
      data-testid="reading-word"
      data-source={word.source}
      title={mark ? notation(mark.said) : word.ipa}
      aria-description={spelling === word.text ? undefined : word.text}
      className={cn("rounded-md px-0.5 hover:bg-accent-soft", lookOf(word, mark))}
      {...rest}
    >
      {spelling}
    </button>
  );
}

/** What has been chosen stands out; what could be said otherwise is dotted. */
function lookOf(word: WordReading, mark: Mark | undefined): string {
  if (mark) return "bg-accent text-on-accent hover:bg-accent-strong";
  if (word.source === "lexicon") return "bg-accent-soft text-accent-strong";
  return word.alternatives.length > 0 ? "underline decoration-dotted underline-offset-8" : "";
}

function goByArrows(event: KeyboardEvent<HTMLElement>): void {
  const words = [...event.currentTarget.querySelectorAll<HTMLElement>("button")];
  const forward = getComputedStyle(event.currentTarget).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
  const steps: Record<string, number> = {
    ArrowLeft: -1,
    ArrowRight: -1,
    ArrowUp: -1,
    ArrowDown: 1,
    [forward]: 1,
  };
  const step = steps[event.key];
  const at = words.findIndex((word) => word === event.target);
  if (step === undefined || at < 0) return;
  event.preventDefault();
  words[at + step]?.focus();
}
