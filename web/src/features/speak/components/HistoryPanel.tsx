import { Clock, Trash2, Undo2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/Button";
import { Card, CardHeading } from "@/components/ui/Card";
import { EmptyState } from "@/components/ui/EmptyState";
import { useFormat } from "@/lib/format";
import { useLanguage } from "@/lib/language";
import type { HistoryEntry } from "../history/history";
import { relativeTime } from "../history/relativeTime";
import { useHistory } from "../history/useHistory";

interface HistoryPanelProps {
  onChoose: (entry: HistoryEntry) => void;
  voiceName: (id: string) => string;
}

/** The texts this browser has had spoken; what is deleted can be taken back until the next change. */
export function HistoryPanel({ onChoose, voiceName }: HistoryPanelProps) {
  const { t } = useTranslation();
  const { history, entries } = useHistory();
  const [before, setBefore] = useState<readonly HistoryEntry[] | null>(null);
  const change = (act: () => void) => {
    setBefore(history.entries);
    act();
  };
  const undo = () => {
    if (before) history.replace(before);
    setBefore(null);
  };
  return (
    <Card aria-labelledby="speak-history" className="self-start">
      <CardHeading
        id="speak-history"
        actions={
          entries.length > 0 && (
            <Button
              look="quiet"
              size="small"
              onClick={() => {
                change(() => {
                  history.replace([]);
                });
              }}
            >
              {t("speak.history.clear")}
            </Button>
          )
        }
      >
        {t("speak.history.title")}
      </CardHeading>
      <div role="status">
        {before && (
          <p className="mb-3 flex items-center justify-between gap-2 rounded-xl bg-sunken px-3 py-1 text-sm">
            {t("speak.history.deleted")}
            <Button look="quiet" size="small" onClick={undo}>
              <Undo2 aria-hidden className="size-4" />
              {t("speak.history.undo")}
            </Button>
          </p>
        )}
      </div>
      {entries.length === 0 ? (
        <EmptyState icon={Clock} title={t("speak.history.empty")} />
      ) : (
        <ul className="-mx-2 grid max-h-[36rem] gap-1 overflow-y-auto">
          {entries.map((entry) => (
            <Entry
              key={entry.id}
              entry={entry}
              voice={voiceName(entry.voice)}
              onChoose={() => {
                onChoose(entry);
              }}
              onDelete={() => {
                change(() => {
                  history.remove(entry.id);
                });
              }}
            />
          ))}
        </ul>
      )}
      <p className="mt-4 text-xs text-ink-soft">{t("speak.history.note")}</p>
    </Card>
  );
}

interface EntryProps {
  entry: HistoryEntry;
  voice: string;
  onChoose: () => void;
  onDelete: () => void;
}

function Entry({ entry, voice, onChoose, onDelete }: EntryProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const when = relativeTime(entry.spokenAt, new Date(), language) ?? format.date(entry.spokenAt);
  const excerpt = entry.text.slice(0, 200);
  return (
    <li className="group flex items-start rounded-xl hover:bg-sunken" data-testid="history-entry">
      <button type="button" className="min-w-0 grow rounded-xl px-2 py-2 text-start" onClick={onChoose}>
        <span dir="auto" className="line-clamp-2 text-sm leading-relaxed wrap-anywhere">
          {excerpt}
        </span>
        <span className="flex flex-wrap gap-x-2 text-xs text-ink-soft">
          <span>{voice}</span>
          {entry.mode !== "formal" && <span>{t(`speak.modeName.${entry.mode}`)}</span>}
          {entry.speed !== 1 && <span>{t("speak.times", { speed: format.number(entry.speed) })}</span>}
          {entry.madeIn === "browser" && <span>{t("speak.history.inBrowser")}</span>}
          <span>{format.clock(entry.durationS)}</span>
          <time dateTime={entry.spokenAt} title={format.dateTime(entry.spokenAt)}>
            {when}
          </time>
        </span>
      </button>
      <Button
        look="quiet"
        className="size-9 shrink-0 rounded-lg"
        aria-label={t("speak.history.delete", { text: entry.text.slice(0, 30) })}
        onClick={onDelete}
      >
        <Trash2 aria-hidden className="size-4" />
      </Button>
    </li>
  );
}
