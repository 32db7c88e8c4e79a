import { MonitorDown } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/Button";
import { Card, CardHeading } from "@/components/ui/Card";
import { useInstall } from "@/lib/install";

/** Puts the studio among the programs of the device, where the browser offers it. */
export function Install() {
  const { t } = useTranslation();
  const install = useInstall();
  if (install === null) return null;
  return (
    <Card aria-labelledby="install">
      <CardHeading id="install">{t("install.title")}</CardHeading>
      <p className="text-ink-soft">{t("install.note")}</p>
      <Button className="mt-4" data-testid="install" onClick={install}>
        <MonitorDown aria-hidden className="size-5" />
        {t("install.install")}
      </Button>
    </Card>
  );
}
