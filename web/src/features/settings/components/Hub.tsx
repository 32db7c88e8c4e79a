import { useTranslation } from "react-i18next";
import { HubAddresses } from "@/features/settings/components/HubAddresses";
import { HubLimits } from "@/features/settings/components/HubLimits";
import { HubToken } from "@/features/settings/components/HubToken";
import { Card, CardHeading } from "@/components/ui/Card";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { Skeleton } from "@/components/ui/Skeleton";
import { useHubSettings } from "@/lib/hub";

/** How models are brought: with which token, from where, how many at once and how fast. */
export function Hub() {
  const { t } = useTranslation();
  const { data, error, isPending, refetch } = useHubSettings();
  return (
    <Card aria-labelledby="hub" className="scroll-mt-20">
      <CardHeading id="hub" note={t("hub.note")}>
        {t("hub.title")}
      </CardHeading>
      {isPending && <Skeleton lines={5} />}
      {!data && <ErrorMessage error={error} onRetry={() => void refetch()} />}
      {data && (
        <div className="grid gap-6">
          <HubToken settings={data} />
          <HubAddresses settings={data} />
          <HubLimits settings={data} />
        </div>
      )}
    </Card>
  );
}
