import { BookmarkPlus, Check, Undo2, Volume2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/Button";
import { cn } from "@/lib/cn";

interface WayProps {
  label: string;
  /** With its vowels, where that is known. */
  spelling?: string | undefined;
  /** In IPA, or respelled. */
  ipa: string;
  onHear: () => void;
  onChoose?: (() => void) | undefined;
  onKeep?: () => void;
  onUndo?: () => void;
  keeping?: boolean;
}

/** One way to say a word, and what can be done with it. */
export function Way({ label, spelling, ipa, onHear, onChoose, onKeep, onUndo, keeping = false }: WayProps) {
  const { t } = useTranslation();
  return (
    <li className="flex flex-wrap items-center gap-2 py-2">
      <p className="me-auto min-w-0">
        <span className="block text-sm text-ink-soft">{label}</span>
        <span className="flex flex-wrap items-baseline gap-x-2 wrap-anywhere">
          {spelling !== undefined && <bdi className="text-lg font-medium">{spelling}</bdi>}
          <bdi className={cn(spelling === undefined && "font-medium")}>{ipa}</bdi>
        </span>
      </p>
      <Button size="icon" look="quiet" aria-label={t("reading.hearNamed", { way: ipa })} onClick={onHear}>
        <Volume2 aria-hidden className="size-5" />
      </Button>
      <div className="flex flex-wrap gap-2 empty:hidden">
        {onChoose && (
          <Button size="small" data-testid="reading-once" onClick={onChoose}>
            <Check aria-hidden className="size-4" />
            {t("reading.once")}
          </Button>
        )}
        {onKeep && (
          <Button size="small" data-testid="reading-keep" busy={keeping} onClick={onKeep}>
            <BookmarkPlus aria-hidden className="size-4" />
            {t("reading.keep")}
          </Button>
        )}
        {onUndo && (
          <Button size="small" onClick={onUndo}>
            <Undo2 aria-hidden className="size-4" />
            {t("reading.undo")}
          </Button>
        )}
      </div>
    </li>
  );
}
