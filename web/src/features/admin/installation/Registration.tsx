import { useTranslation } from "react-i18next";
import { Card, CardHeading } from "@/components/ui/Card";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { Skeleton } from "@/components/ui/Skeleton";
import { Switch } from "@/components/ui/Switch";
import { useOpenRegistration, useStudioSettings } from "../api/studio";

/** Whether people may make accounts by themselves. */
export function Registration() {
  const { t } = useTranslation();
  const settings = useStudioSettings();
  const change = useOpenRegistration();
  return (
    <Card aria-labelledby="registration">
      <CardHeading id="registration">{t("admin.registration")}</CardHeading>
      {settings.isPending && <Skeleton lines={1} />}
      <ErrorMessage
        error={change.error ?? settings.error}
        onRetry={settings.error ? () => void settings.refetch() : undefined}
      />
      {settings.data && (
        <Switch
          label={t("admin.registrationOpen")}
          note={t("admin.registrationNote")}
          checked={settings.data.registration_open}
          disabled={change.isPending}
          onSwitch={(open) => change.mutate(open)}
        />
      )}
    </Card>
  );
}
