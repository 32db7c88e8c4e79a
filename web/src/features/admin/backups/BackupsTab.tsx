import { Archive } from "lucide-react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "@/components/ui/EmptyState";
import { useFormat } from "@/lib/format";
import { useBackups, type Backups } from "../api/backups";
import { Listing } from "../components/Listing";
import { Sheet } from "../components/Sheet";
import { BackupRow } from "./BackupRow";
import { MakeBackup } from "./MakeBackup";

/** What could be restored: the backups that are kept here, and the way to make one. */
export function BackupsTab() {
  const { t } = useTranslation();
  const backups = useBackups();
  const first = backups.data?.pages[0];
  return (
    <Sheet
      title={t("admin.tab.backups")}
      note={t("admin.backups.note")}
      onRefresh={() => void backups.refetch()}
      busy={backups.isRefetching}
    >
      <MakeBackup canAdd={first?.items.some((backup) => backup.complete) ?? false} />
      {first && <Custom backups={first} />}
      <Listing
        list={backups}
        more={t("admin.older")}
        empty={
          <EmptyState icon={Archive} title={t("admin.backups.none")}>
            {t("admin.backups.noneNote")}
          </EmptyState>
        }
      >
        {(backup) => <BackupRow key={backup.name} backup={backup} />}
      </Listing>
    </Sheet>
  );
}

/** When backups are made by themselves, whether anyone could read them, and why the last was not made. */
function Custom({ backups }: { backups: Backups }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { every_hours: hours, keep, sealed, failure } = backups;
  return (
    <div className="mb-6 grid gap-2 text-sm text-ink-soft">
      <p>
        {hours > 0
          ? t("admin.backups.every", { time: format.duration(hours * 3600), keep: format.number(keep) })
          : t("admin.backups.never")}
      </p>
      <p>{sealed ? t("admin.backups.sealed") : t("admin.backups.open")}</p>
      {failure && (
        <p role="alert" className="rounded-xl bg-danger-soft px-4 py-3 text-base text-danger">
          {t("admin.backups.failure", { date: format.dateTime(failure.at), why: failure.message })}
        </p>
      )}
    </div>
  );
}
