import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/Button";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { Progress } from "@/components/ui/Progress";
import { Switch } from "@/components/ui/Switch";
import { useFormat } from "@/lib/format";
import { useCancelBackup, useMakeBackup, useRunningBackup, type Running } from "../api/backups";

/** Makes a backup, whole or of what is new since the last; and shows how far it is. */
export function MakeBackup({ canAdd }: { canAdd: boolean }) {
  const { t } = useTranslation();
  const [files, setFiles] = useState(true);
  const [incremental, setIncremental] = useState(false);
  const running = useRunningBackup();
  const make = useMakeBackup();
  return (
    <div className="mb-6 grid gap-4 rounded-xl border border-line p-4">
      <Switch
        label={t("admin.backups.files")}
        note={t("admin.backups.filesNote")}
        checked={files}
        onSwitch={setFiles}
      />
      {canAdd && (
        <Switch
          label={t("admin.backups.incremental")}
          note={t("admin.backups.incrementalNote")}
          checked={incremental}
          onSwitch={setIncremental}
        />
      )}
      <ErrorMessage error={make.error} />
      {running.data ? (
        <Making running={running.data} />
      ) : (
        <Button
          look="primary"
          className="justify-self-start"
          busy={make.isPending}
          onClick={() => make.mutate({ files, incremental: incremental && canAdd })}
        >
          {t("admin.backups.make")}
        </Button>
      )}
    </div>
  );
}

function Making({ running }: { running: NonNullable<Running> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const cancel = useCancelBackup();
  const percent = format.percent(running.progress);
  return (
    <div data-testid="backup-running" className="grid gap-2">
      <p role="status">
        {running.status === "running" ? t("admin.backups.making", { percent }) : t("admin.backups.waiting")}
      </p>
      <Progress value={running.progress} label={t("admin.backups.progress")} valueText={percent} />
      <p className="min-h-5 truncate text-sm text-ink-soft">
        <bdi dir="ltr">{running.current}</bdi>
      </p>
      <ErrorMessage error={cancel.error} />
      <Button className="justify-self-start" busy={cancel.isPending} onClick={() => cancel.mutate()}>
        {t("admin.backups.cancel")}
      </Button>
    </div>
  );
}
