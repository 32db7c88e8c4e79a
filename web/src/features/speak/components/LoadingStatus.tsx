import { X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/Button";
import { Progress } from "@/components/ui/Progress";
import type { Fetched } from "@/inpage/types";
import { useFormat } from "@/lib/format";

/** What the browser is fetching before it can speak, how much of it there is, and the way to leave it. */
export function LoadingStatus({ loading, onCancel }: { loading: Fetched; onCancel: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { loaded, total } = loading;
  const sentence = loaded > 0 && loaded !== total ? t("speak.loading.fetching") : t("speak.loading.starting");
  const percent = total > 0 ? (100 * loaded) / total : 0;
  const bytes =
    total > 0
      ? t("speak.loading.of", { loaded: format.bytes(loaded), total: format.bytes(total) })
      : loaded > 0
        ? format.bytes(loaded)
        : "";
  return (
    <div className="flex items-center gap-3" data-testid="speak-loading">
      <div className="grid min-w-0 grow gap-1.5">
        <p className="flex flex-wrap justify-between gap-x-4 text-sm">
          <span role="status">{sentence}</span>
          <span className="text-ink-soft">{bytes}</span>
        </p>
        <Progress value={percent} label={sentence} valueText={bytes} />
      </div>
      <Button size="icon" look="quiet" aria-label={t("speak.loading.cancel")} onClick={onCancel}>
        <X aria-hidden className="size-5" />
      </Button>
    </div>
  );
}
