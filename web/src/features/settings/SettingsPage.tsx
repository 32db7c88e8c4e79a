import { useTranslation } from "react-i18next";
import { ApiKeys } from "@/features/settings/components/ApiKeys";
import { Appearance } from "@/features/settings/components/Appearance";
import { Hub } from "@/features/settings/components/Hub";
import { Install } from "@/features/settings/components/Install";
import { Lexicon } from "@/features/settings/components/Lexicon";
import { Profile } from "@/features/settings/components/Profile";
import { Page } from "@/components/Page";
import { useUser } from "@/lib/session";

/** What one person can set: the look of the pages, how words are said, the way to the Hub and the keys of their programs. */
export default function SettingsPage() {
  const { t } = useTranslation();
  const user = useUser();
  return (
    <Page title={t("settings.title")}>
      {user && <Profile user={user} />}
      <Appearance />
      <Install />
      <Lexicon />
      <Hub />
      <ApiKeys />
    </Page>
  );
}
