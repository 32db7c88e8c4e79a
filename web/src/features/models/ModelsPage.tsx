import { getRouteApi } from "@tanstack/react-router";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { Page } from "@/components/Page";
import { Tabs } from "@/components/ui/Tabs";
import { useFormat } from "@/lib/format";
import { useDownloads } from "./api/downloads";
import { DownloadsTab } from "./components/DownloadsTab";
import { FindTab } from "./components/FindTab";
import { InstalledTab } from "./components/InstalledTab";
import { isOver } from "./downloads/progress";
import type { Filters } from "./search";

const route = getRouteApi("/studio/models");

/** Bring models: find them, watch them come, keep and remove them. */
export default function ModelsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { tab = "find", ...filters } = route.useSearch();
  const navigate = route.useNavigate();
  const open = (useDownloads().data ?? []).filter((download) => !isOver(download)).length;
  const look = useCallback(
    (next: Filters) => void navigate({ search: next, replace: true, resetScroll: false }),
    [navigate],
  );
  return (
    <Page title={t("models.title")} lead={t("models.lead")}>
      <Tabs
        label={t("models.title")}
        value={tab}
        onChoose={(next) => void navigate({ search: { ...filters, tab: next }, resetScroll: false })}
        tabs={[
          {
            value: "find",
            label: t("models.find"),
            content: <FindTab filters={filters} onChange={look} />,
          },
          {
            value: "downloads",
            label: t("models.downloads"),
            badge: open > 0 ? format.number(open) : undefined,
            content: <DownloadsTab />,
          },
          { value: "installed", label: t("models.installed"), content: <InstalledTab /> },
        ]}
      />
    </Page>
  );
}
