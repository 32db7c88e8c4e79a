import { ArrowDownToLine, Lock, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Badge } from "@/components/ui/Badge";
import { Button } from "@/components/ui/Button";
import { ConfirmDialog } from "@/components/ui/ConfirmDialog";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { useFormat } from "@/lib/format";
import { useDeleteBackup, useSaveBackup, type Backup } from "../api/backups";

/** One backup: when it was made and of what, and the ways to take it along or away. */
export function BackupRow({ backup }: { backup: Backup }) {
  const { t } = useTranslation();
  const format = useFormat();
  const save = useSaveBackup();
  return (
    <li data-testid="backup-row" className="flex flex-wrap items-center gap-3 py-4 first:pt-0 last:pb-0">
      <div className="min-w-0 grow basis-60">
        <p className="font-medium">{format.dateTime(backup.created_at)}</p>
        <p className="text-sm text-ink-soft [overflow-wrap:anywhere]">
          <bdi dir="ltr">{backup.name}</bdi>
        </p>
      </div>
      <div className="flex flex-wrap gap-1.5">
        <Badge>{format.bytes(backup.size_bytes)}</Badge>
        <Badge tone="accent">{t(`admin.backups.kinds.${backup.kind}`)}</Badge>
        {backup.scheduled && <Badge>{t("admin.backups.scheduled")}</Badge>}
        {!backup.files && <Badge>{t("admin.backups.withoutFiles")}</Badge>}
        {backup.encrypted && <Badge icon={Lock}>{t("admin.backups.encrypted")}</Badge>}
        {!backup.complete && <Badge tone="danger">{t("admin.backups.broken")}</Badge>}
      </div>
      <div className="flex gap-1">
        <Button
          look="quiet"
          size="icon"
          aria-label={t("admin.backups.saveOf", { date: format.dateTime(backup.created_at) })}
          busy={save.isPending}
          onClick={() => save.mutate(backup.name)}
        >
          {!save.isPending && <ArrowDownToLine aria-hidden className="size-5" />}
        </Button>
        <Delete backup={backup} />
      </div>
      <ErrorMessage className="w-full" error={save.error} />
    </li>
  );
}

function Delete({ backup }: { backup: Backup }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const remove = useDeleteBackup();
  const date = format.dateTime(backup.created_at);
  return (
    <>
      <Button
        look="quiet"
        size="icon"
        aria-label={t("admin.backups.deleteOf", { date })}
        onClick={() => setAsking(true)}
      >
        <Trash2 aria-hidden className="size-5" />
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t("admin.backups.deleteTitle")}
        description={t("admin.backups.deleteNote", { date })}
        action={t("action.delete")}
        busy={remove.isPending}
        error={remove.error}
        onConfirm={() => remove.mutate(backup.name, { onSuccess: () => setAsking(false) })}
      />
    </>
  );
}
