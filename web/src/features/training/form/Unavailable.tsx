import { Wrench } from "lucide-react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "@/components/ui/EmptyState";
import type { Told } from "../api/shapes";

/** Says that this studio cannot teach, why, and how it learns to. */
export function Unavailable({ why }: { why: Told | null }) {
  const { t } = useTranslation();
  return (
    <div data-testid="training-unavailable">
      <EmptyState icon={Wrench} title={t("training.unavailable")}>
        <p>{why?.message ?? t("training.unavailableNote")}</p>
        <p className="mt-2">{t("training.unavailableHow")}</p>
        <pre dir="ltr" className="mt-2 rounded-xl bg-surface px-4 py-2 text-ink">
          ./stop.sh && ./setup.sh && ./start.sh
        </pre>
      </EmptyState>
    </div>
  );
}
