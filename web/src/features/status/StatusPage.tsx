import { RefreshCw } from "lucide-react";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useSystemStatus, type SystemStatus } from "@/features/status/api/status";
import { HealthCard } from "@/features/status/components/HealthCard";
import { MachineCards } from "@/features/status/components/MachineCards";
import { Page } from "@/components/Page";
import { Button } from "@/components/ui/Button";
import { Card, CardHeading } from "@/components/ui/Card";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { Facts } from "@/components/ui/Facts";
import { Skeleton } from "@/components/ui/Skeleton";
import { useFormat } from "@/lib/format";

/** How the studio and its machine are doing. */
export default function StatusPage() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { data, error, isPending, refetch } = useSystemStatus();
  return (
    <Page
      title={t("status.title")}
      lead={t("status.lead")}
      actions={
        <Button onClick={() => void queries.invalidateQueries()}>
          <RefreshCw aria-hidden className="size-5" />
          {t("action.refresh")}
        </Button>
      }
    >
      <HealthCard />
      {isPending && (
        <Card>
          <Skeleton lines={6} />
        </Card>
      )}
      {!data && <ErrorMessage error={error} onRetry={() => void refetch()} />}
      {data && "cpu" in data && <MachineCards machine={data} />}
      {data && <Installation status={data} />}
    </Page>
  );
}

function Installation({ status }: { status: SystemStatus }) {
  const { t } = useTranslation();
  const { duration, dateTime, number } = useFormat();
  const { own } = status;
  return (
    <>
      <Card aria-labelledby="installation">
        <CardHeading id="installation">{t("status.installation")}</CardHeading>
        <Facts
          rows={[
            [t("status.version"), status.version],
            [t("status.voices"), number(status.voices)],
            [t("status.uptime"), duration(status.uptime_s)],
            [t("status.started"), dateTime(status.started_at)],
            ...Object.entries(status.versions),
          ]}
        />
      </Card>
      <Card aria-labelledby="own">
        <CardHeading id="own">{t("status.own")}</CardHeading>
        <Facts
          rows={[
            [t("status.logins"), number(own.logins)],
            [t("status.keys"), number(own.api_keys)],
          ]}
        />
      </Card>
    </>
  );
}
