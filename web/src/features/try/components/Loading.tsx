import { X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/Button";
import { Card } from "@/components/ui/Card";
import { Progress } from "@/components/ui/Progress";
import type { Fetched } from "@/inpage/types";
import { useFormat } from "@/lib/format";

/** A model on its way into memory. */
export function Loading({
  name,
  fetched,
  onCancel,
}: {
  name: string;
  fetched: Fetched | null;
  onCancel: () => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const percent = fetched && fetched.total > 0 ? (100 * fetched.loaded) / fetched.total : 0;
  return (
    <Card aria-label={t("try.loading", { name })} data-testid="try-loading" className="grid gap-3">
      <p role="status">{t("try.loading", { name })}</p>
      <div className="flex items-center gap-3">
        <Progress
          className="grow"
          value={percent}
          label={t("try.loading", { name })}
          valueText={format.percent(percent)}
        />
        <Button size="small" look="quiet" onClick={onCancel}>
          <X aria-hidden className="size-4" />
          {t("action.cancel")}
        </Button>
      </div>
    </Card>
  );
}
