import { useTranslation } from "react-i18next";
import { Card, CardHeading } from "@/components/ui/Card";
import { Facts } from "@/components/ui/Facts";
import { useFormat } from "@/lib/format";
import type { User } from "@/lib/session";

/** Who one is in this studio. */
export function Profile({ user }: { user: User }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Card aria-labelledby="profile">
      <CardHeading id="profile">{t("settings.profile")}</CardHeading>
      <Facts
        rows={[
          [t("account.username"), user.username],
          [t("account.email"), user.email],
          [t("account.role"), t(`role.${user.role}`)],
          [t("account.since"), format.date(user.created_at)],
        ]}
      />
    </Card>
  );
}
