import { Languages } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/Button";
import { chooseLanguage, useLanguage } from "@/lib/language";

/** Puts the page into the other language; its name is in that language, for those who do not read this one. */
export function LanguageSwitch() {
  const { t } = useTranslation();
  const other = useLanguage() === "fa" ? "en" : "fa";
  return (
    <Button
      look="quiet"
      className="max-sm:px-2"
      lang={other}
      data-testid="language-switch"
      title={t("shell.languageLabel")}
      onClick={() => void chooseLanguage(other)}
    >
      <Languages aria-hidden className="size-5" />
      {t("shell.language")}
    </Button>
  );
}
