import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/Button";
import type { Vote } from "../api/shapes";

const VERDICTS = [
  { chosen: "a", key: "1" },
  { chosen: "same", key: "0" },
  { chosen: "b", key: "2" },
] as const;

interface VerdictsProps {
  /** Whether both have been heard. */
  ready: boolean;
  busy: boolean;
  onChoose: (chosen: Vote["chosen"]) => void;
}

/** Which is better; each answer has a key. */
export function Verdicts({ ready, busy, onChoose }: VerdictsProps) {
  const { t } = useTranslation();
  return (
    <div className="grid gap-2">
      <div className="grid grid-cols-[minmax(0,1fr)] gap-2 sm:grid-cols-3">
        {VERDICTS.map(({ chosen, key }) => (
          <Button
            key={chosen}
            data-testid={`vote-${chosen}`}
            aria-keyshortcuts={key}
            disabled={!ready || busy}
            onClick={() => onChoose(chosen)}
          >
            {t(`training.verdict.${chosen}`)}
            <kbd
              dir="ltr"
              aria-hidden
              className="rounded-md border border-current px-1.5 font-sans text-xs leading-5 max-sm:hidden pointer-coarse:hidden"
            >
              {key}
            </kbd>
          </Button>
        ))}
      </div>
      {!ready && (
        <p role="status" className="text-sm text-ink-soft">
          {t("training.hearBoth")}
        </p>
      )}
    </div>
  );
}
