import { Moon, Sun } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/Button";
import { Tooltip } from "@/components/ui/Tooltip";
import { chooseTheme, useTheme } from "@/lib/theme";

/** Turns the light on or off; the settings page also offers to follow the device. */
export function ThemeSwitch() {
  const { t } = useTranslation();
  const dark = useTheme().shown === "dark";
  const name = dark ? t("shell.themeToLight") : t("shell.themeToDark");
  const Icon = dark ? Sun : Moon;
  return (
    <Tooltip text={name}>
      <Button
        look="quiet"
        size="icon"
        aria-label={name}
        data-testid="theme-switch"
        onClick={() => {
          chooseTheme(dark ? "light" : "dark");
        }}
      >
        <Icon aria-hidden className="size-5" />
      </Button>
    </Tooltip>
  );
}
