import { useTranslation } from "react-i18next";
import { Accounts } from "@/features/admin/components/Accounts";
import { Registration } from "@/features/admin/components/Registration";
import { Page } from "@/components/Page";

/** What only admins do: who may come in, and as what. */
export default function AdminPage() {
  const { t } = useTranslation();
  return (
    <Page title={t("admin.title")} lead={t("admin.lead")}>
      <Registration />
      <Accounts />
    </Page>
  );
}
