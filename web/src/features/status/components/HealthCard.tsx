import { CircleCheck, CircleX } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useHealth } from "@/features/status/api/status";
import { Card } from "@/components/ui/Card";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { Skeleton } from "@/components/ui/Skeleton";

/** Says in one line whether the studio works, and under it which of its parts do. */
export function HealthCard() {
  const { t } = useTranslation();
  const { data, error, isPending, refetch } = useHealth();
  if (isPending)
    return (
      <Card>
        <Skeleton lines={2} />
      </Card>
    );
  if (!data) return <ErrorMessage error={error} onRetry={() => void refetch()} />;
  const well = data.status === "ok";
  const Icon = well ? CircleCheck : CircleX;
  return (
    <Card className="flex items-center gap-4" aria-live="polite">
      <Icon aria-hidden className={`size-10 shrink-0 ${well ? "text-good" : "text-danger"}`} />
      <div>
        <p className="text-lg font-semibold">{well ? t("status.well") : t("status.down")}</p>
        <p className="text-ink-soft">
          {data.database === "ok" ? t("status.databaseWell") : t("status.databaseDown")}
          {data.workers !== null && ` · ${t("status.workers", { count: data.workers })}`}
        </p>
      </div>
    </Card>
  );
}
