import { Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useDeleteKey, type Key } from "@/features/settings/api/keys";
import { Button } from "@/components/ui/Button";
import { ConfirmDialog } from "@/components/ui/ConfirmDialog";
import { useFormat } from "@/lib/format";

/** One key, with what is known of it and the way to delete it. */
export function KeyRow({ apiKey }: { apiKey: Key }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const remove = useDeleteKey();
  return (
    <li className="flex items-center justify-between gap-3 py-3">
      <div className="min-w-0">
        <p className="truncate font-medium">{apiKey.name}</p>
        <p className="text-sm text-ink-soft">
          <bdi className="font-mono">{apiKey.prefix}…</bdi>
          {" · "}
          {t("keys.made", { date: format.date(apiKey.created_at) })}
          {" · "}
          {apiKey.expires_at ? t("keys.until", { date: format.date(apiKey.expires_at) }) : t("keys.endless")}
        </p>
      </div>
      <Button
        look="quiet"
        size="icon"
        aria-label={t("keys.deleteNamed", { name: apiKey.name })}
        onClick={() => setAsking(true)}
      >
        <Trash2 aria-hidden className="size-5" />
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t("keys.deleteTitle")}
        description={t("keys.deleteNote", { name: apiKey.name })}
        action={t("action.delete")}
        busy={remove.isPending}
        error={remove.error}
        onConfirm={() => remove.mutate(apiKey.id)}
      />
    </li>
  );
}
