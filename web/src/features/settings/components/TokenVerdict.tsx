import { CircleCheck, CircleX } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { TokenCheck } from "@/features/settings/api/hub";

interface TokenVerdictProps {
  /** What the Hub said when it was asked. */
  check: TokenCheck | undefined;
  /** What it said when the token came; nothing when it was not reached. */
  valid: boolean | null | undefined;
}

/** Says whether the Hub takes the token, and for whom it holds it. */
export function TokenVerdict({ check, valid }: TokenVerdictProps) {
  const { t } = useTranslation();
  const good = check?.valid ?? valid;
  const Icon = good ? CircleCheck : CircleX;
  return (
    <p role="status" data-testid="hub-token-verdict" className={good ? "text-good" : "text-danger"}>
      {good !== null && good !== undefined && (
        <span className="flex items-start gap-2">
          <Icon aria-hidden className="mt-1 size-5 shrink-0" />
          {good ? goodWords() : (check?.reason ?? t("hub.invalid"))}
        </span>
      )}
    </p>
  );

  function goodWords(): string {
    return check?.username ? t("hub.validFor", { name: check.username }) : t("hub.valid");
  }
}
