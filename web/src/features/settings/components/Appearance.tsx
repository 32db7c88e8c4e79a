import { Monitor, Moon, Sun } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Card, CardHeading } from "@/components/ui/Card";
import { Choice } from "@/components/ui/Choice";
import { chooseLanguage, useLanguage } from "@/lib/language";
import { chooseTheme, useTheme } from "@/lib/theme";

/** The language and the light of the pages, kept by this browser. */
export function Appearance() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { chosen } = useTheme();
  return (
    <Card aria-labelledby="appearance">
      <CardHeading id="appearance" note={t("settings.appearanceNote")}>
        {t("settings.appearance")}
      </CardHeading>
      <div className="grid gap-5">
        <Choice
          label={t("settings.language")}
          value={language}
          onChoose={(value) => void chooseLanguage(value)}
          options={[
            { value: "fa", label: "فارسی", lang: "fa" },
            { value: "en", label: "English", lang: "en" },
          ]}
        />
        <Choice
          label={t("settings.theme")}
          value={chosen}
          onChoose={chooseTheme}
          options={[
            { value: "light", label: t("settings.themeLight"), icon: Sun },
            { value: "dark", label: t("settings.themeDark"), icon: Moon },
            { value: "system", label: t("settings.themeSystem"), icon: Monitor },
          ]}
        />
      </div>
    </Card>
  );
}
