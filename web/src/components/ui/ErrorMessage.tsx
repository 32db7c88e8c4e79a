import { CircleAlert, CloudOff } from "lucide-react";
import { useTranslation } from "react-i18next";
import { cn } from "@/lib/cn";
import { Problem } from "@/lib/problem";

interface ErrorMessageProps {
  error: unknown;
  /** Offers to try again. */
  onRetry?: (() => void) | undefined;
  className?: string;
}

/** Says in a sentence what went wrong, and takes no room when nothing did. */
export function ErrorMessage({ error, onRetry, className }: ErrorMessageProps) {
  const { t } = useTranslation();
  const sentence = useSentence();
  if (error === null || error === undefined) return null;
  // Nobody has done anything wrong when the line is down, and what was asked for comes when it is back.
  const lost = error instanceof Problem && error.code === "unreachable";
  const Icon = lost ? CloudOff : CircleAlert;
  return (
    <div
      role="alert"
      data-testid="error-message"
      className={cn(
        "flex items-start gap-3 rounded-xl px-4 py-3",
        lost ? "bg-sunken text-ink-soft" : "bg-danger-soft text-danger",
        className,
      )}
    >
      <Icon aria-hidden className="mt-1 size-5 shrink-0" />
      <p className="grow">{sentence(error)}</p>
      {onRetry && (
        <button type="button" className="shrink-0 font-medium underline underline-offset-4" onClick={onRetry}>
          {t("problem.retry")}
        </button>
      )}
    </div>
  );
}

/** Turns any failure into a sentence in the page's language. */
export function useSentence(): (error: unknown) => string {
  const { t } = useTranslation();
  return (error) => {
    if (!(error instanceof Problem)) return t("problem.unexpected");
    if (error.code === "unreachable") return t("problem.unreachable");
    return error.message || t("problem.unexpected");
  };
}
