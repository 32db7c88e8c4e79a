import { Link, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { AccountForm } from "@/features/accounts/components/AccountForm";
import { Notice } from "@/features/accounts/components/Notice";
import { useConnected } from "@/lib/connection";
import { hasExpired, logIn } from "@/lib/session";
import { useWelcome } from "@/lib/welcome";

/** Logging in; afterwards one is where one was going. */
export default function LoginPage() {
  const { t } = useTranslation();
  const search = useSearch({ from: "/gate" });
  const welcome = useWelcome();
  const connected = useConnected();
  return (
    <AccountForm
      making={false}
      title={t("login.title")}
      submit={t("login.submit")}
      note={
        <>
          {!connected && <Notice>{t("offline.logIn")}</Notice>}
          {hasExpired() && <Notice>{t("login.expired")}</Notice>}
          {welcome?.first_account && <Notice>{t("login.first")}</Notice>}
        </>
      }
      onSubmit={({ email, password }) => logIn(email, password)}
    >
      {welcome?.registration_open !== false && (
        <>
          {t("login.noAccount")}{" "}
          <Link
            to="/register"
            search={search}
            className="font-medium text-accent underline underline-offset-4"
          >
            {t("login.register")}
          </Link>
        </>
      )}
    </AccountForm>
  );
}
