import { BookmarkPlus, Check, Undo2, Volume2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/Button";

interface WayProps {
  label: string;
  /** In IPA, or respelled. */
  ipa: string;
  onHear: () => void;
  onChoose?: (() => void) | undefined;
  onKeep?: () => void;
  onUndo?: () => void;
  keeping?: boolean;
}

/** One way to say a word, and what can be done with it. */
export function Way({ label, ipa, onHear, onChoose, onKeep, onUndo, keeping = false }: WayProps) {
  const { t } = useTranslation();
  return (
    <li className="flex flex-wrap items-center gap-2 py-2">
      <p className="me-auto min-w-0">
        <span className="text-sm text-ink-soft">{label}</span>{" "}
        <bdi className="font-medium wrap-anywhere">{ipa}</bdi>
      </p>
      <Button size="icon" look="quiet" aria-label={t("reading.hearNamed", { way: ipa })} onClick={onHear}>
        <Volume2 aria-hidden className="size-5" />
      </Button>
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
    </li>
  );
}
