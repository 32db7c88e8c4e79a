import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Page } from "@/components/Page";
import { Tabs } from "@/components/ui/Tabs";
import { Accounts } from "./accounts/Accounts";
import { TABS, type TabName } from "./address";
import { AuditTab } from "./audit/AuditTab";
import { BackupsTab } from "./backups/BackupsTab";
import { DiskTab } from "./disk/DiskTab";
import { Registration } from "./installation/Registration";
import { JobsTab } from "./jobs/JobsTab";
import { LogsTab } from "./logs/LogsTab";

const route = getRouteApi("/studio/admin");

const SHEETS: Record<TabName, () => React.ReactNode> = {
  accounts: Accounts,
  jobs: JobsTab,
  disk: DiskTab,
  logs: LogsTab,
  audit: AuditTab,
  backups: BackupsTab,
  installation: Registration,
};

/** What only admins do: people and how much they may, everybody's work, the disk, and what has happened. */
export default function AdminPage() {
  const { t } = useTranslation();
  const { tab = "accounts" } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <Page title={t("admin.title")} lead={t("admin.lead")}>
      <Tabs
        label={t("admin.title")}
        value={tab}
        onChoose={(next) => void navigate({ search: { tab: next }, resetScroll: false })}
        tabs={TABS.map((value) => {
          const Sheet = SHEETS[value];
          return { value, label: t(`admin.tab.${value}`), content: <Sheet /> };
        })}
      />
    </Page>
  );
}
