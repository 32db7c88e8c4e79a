import { CircleAlert, CircleCheck, CircleX } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useHealth } from "@/features/status/api/status";
import { Card } from "@/components/ui/Card";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { Skeleton } from "@/components/ui/Skeleton";

const LOOKS = {
  well: { icon: CircleCheck, colour: "text-good" },
  troubles: { icon: CircleAlert, colour: "text-warning" },
  down: { icon: CircleX, colour: "text-danger" },
};

/** Says in one line whether the studio works, and under it which of its parts do and what is wrong. */
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
  const { troubles } = data;
  const state = data.status === "down" ? "down" : troubles.length > 0 ? "troubles" : "well";
  const { icon: Icon, colour } = LOOKS[state];
  return (
    <Card className="flex items-center gap-4" aria-live="polite">
      <Icon aria-hidden className={`size-10 shrink-0 ${colour}`} />
      <div>
        <p className="text-lg font-semibold">{t(`status.${state}`)}</p>
        <p className="text-ink-soft">
          {data.database === "ok" ? t("status.databaseWell") : t("status.databaseDown")}
          {data.workers !== null && ` · ${t("status.workers", { count: data.workers })}`}
        </p>
        {troubles.length > 0 && (
          <ul className="mt-2 grid gap-1">
            {troubles.map((trouble) => (
              <li key={`${trouble.code} ${trouble.detail}`} data-testid="trouble">
                {trouble.detail}
              </li>
            ))}
          </ul>
        )}
      </div>
    </Card>
  );
}
