import { useTranslation } from "react-i18next";
import type { Faults } from "@/features/accounts/faults";

/** Counts and lists what to correct, read out as soon as it appears. */
export function FaultSummary({ faults }: { faults: Faults }) {
  const { t } = useTranslation();
  const found = Object.values(faults);
  if (found.length === 0) return null;
  return (
    <div
      role="alert"
      data-testid="error-message"
      className="rounded-xl bg-danger-soft px-4 py-3 text-sm text-danger"
    >
      <p className="font-medium">{t("form.problems", { count: found.length })}</p>
      <ul className="list-disc ps-5">
        {found.map((fault) => (
          <li key={fault}>{t(fault)}</li>
        ))}
      </ul>
    </div>
  );
}
