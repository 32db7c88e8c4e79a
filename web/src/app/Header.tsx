import { Link } from "@tanstack/react-router";
import { LogIn, LogOut } from "lucide-react";
import { useTranslation } from "react-i18next";
import { LanguageSwitch } from "@/app/LanguageSwitch";
import { ThemeSwitch } from "@/app/ThemeSwitch";
import { Logo } from "@/components/Logo";
import { Button, buttonLook } from "@/components/ui/Button";
import { Tooltip } from "@/components/ui/Tooltip";
import { cn } from "@/lib/cn";
import { logOut, useUser } from "@/lib/session";

/** The head of every page: the name, the language, the light, and the way in or out. */
export function Header({ gate = false }: { gate?: boolean }) {
  const { t } = useTranslation();
  return (
    <header className="sticky top-0 z-20 border-b border-line bg-ground/95 backdrop-blur-sm">
      <div className="mx-auto flex h-16 max-w-6xl items-center gap-1 px-3 sm:px-6">
        <Link to="/" className="me-auto flex items-center gap-2 rounded-lg text-xl font-bold">
          <Logo className="size-9" />
          {t("app.name")}
        </Link>
        <LanguageSwitch />
        <ThemeSwitch />
        {!gate && <WayInOrOut />}
      </div>
    </header>
  );
}

function WayInOrOut() {
  const { t } = useTranslation();
  const user = useUser();
  if (user === null) {
    return (
      <Link to="/login" className={cn(buttonLook({ look: "secondary" }), "max-sm:px-3")}>
        <LogIn aria-hidden className="size-5 max-sm:hidden rtl:-scale-x-100" />
        {t("shell.logIn")}
      </Link>
    );
  }
  return (
    <>
      <bdi className="ms-2 max-w-48 truncate text-ink-soft max-md:hidden">{user.username}</bdi>
      <Tooltip text={t("shell.logOut")}>
        <Button look="quiet" size="icon" aria-label={t("shell.logOut")} onClick={() => void logOut()}>
          <LogOut aria-hidden className="size-5 rtl:-scale-x-100" />
        </Button>
      </Tooltip>
    </>
  );
}
