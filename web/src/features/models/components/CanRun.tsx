import { CircleCheck, CircleSlash } from "lucide-react";
import { useTranslation } from "react-i18next";
import { engineName } from "./engineNames";

/** What the model can do here: the engine that runs it, or the reason why none does. */
export function CanRun({ engine, whyNot }: { engine: string | null; whyNot: string | null }) {
  const { t } = useTranslation();
  const Icon = engine === null ? CircleSlash : CircleCheck;
  return (
    <p className={`flex items-start gap-2 text-sm ${engine === null ? "text-ink-soft" : "text-good"}`}>
      <Icon aria-hidden className="mt-1 size-4 shrink-0" />
      <span>
        {engine === null ? (whyNot ?? t("models.unknown")) : t("models.runs", { engine: engineName(engine) })}
      </span>
    </p>
  );
}
