import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Card } from "@/components/ui/Card";
import { Disclosure } from "@/components/ui/Disclosure";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { Skeleton } from "@/components/ui/Skeleton";
import { Switch } from "@/components/ui/Switch";
import { Problem } from "@/lib/problem";
import type { Mode } from "@/lib/speech";
import type { Stream } from "../place/Maker";
import type { Mark } from "./marks";
import { ReadingText } from "./ReadingText";
import { useReading, type WordReading } from "./useReading";
import { useVowels } from "./useVowels";
import { WordDialog } from "./WordDialog";

interface ReadingPanelProps {
  text: string;
  ssml: boolean;
  mode: Mode;
  voice: string;
  /** Whether the text is to stay in this browser. */
  onlyHere: boolean;
  stream: Stream;
  marks: readonly Mark[];
  onMark: (mark: Mark) => void;
  onUnmark: (start: number) => void;
}

/** How the text will be read, for those who want to see it and to set it right. */
export function ReadingPanel(props: ReadingPanelProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <Card aria-label={t("reading.title")} className="p-0 sm:p-0" data-testid="reading-panel">
      <Disclosure summary={t("reading.title")} onToggle={setOpen}>
        {open && <Reading {...props} />}
      </Disclosure>
    </Card>
  );
}

function Reading(props: ReadingPanelProps) {
  const { text, ssml, mode, voice, onlyHere, stream, marks, onMark, onUnmark } = props;
  const { t } = useTranslation();
  const { reading, cut } = useReading(text, ssml, mode, onlyHere);
  const { vowels, showVowels } = useVowels();
  const [chosen, setChosen] = useState<WordReading | null>(null);
  const unreachable = reading.error instanceof Problem && reading.error.code === "unreachable";
  if (text.trim() === "") return <p className="text-ink-soft">{t("reading.empty")}</p>;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <p className="text-sm text-ink-soft">{t("reading.note")}</p>
      <div className="justify-self-start text-sm">
        <Switch label={t("reading.vowels")} checked={vowels} onSwitch={showVowels} />
      </div>
      {reading.isPending && <Skeleton />}
      {unreachable && (
        <p role="status" data-testid="reading-unreachable" className="text-ink-soft">
          {t("reading.unreachable")}
        </p>
      )}
      <ErrorMessage error={unreachable ? null : reading.error} onRetry={() => void reading.refetch()} />
      {reading.data && (
        <ReadingText reading={reading.data} ssml={ssml} vowels={vowels} marks={marks} onChoose={setChosen} />
      )}
      {cut && <p className="text-sm text-ink-soft">{t("reading.cut")}</p>}
      <WordDialog
        word={chosen}
        mark={marks.find(({ start }) => start === chosen?.start)}
        voice={voice}
        onlyHere={onlyHere}
        stream={stream}
        // A document has its own elements for this.
        once={!ssml && reading.data !== undefined && text.startsWith(reading.data.text)}
        onMark={onMark}
        onUnmark={onUnmark}
        onClose={() => setChosen(null)}
      />
    </div>
  );
}
