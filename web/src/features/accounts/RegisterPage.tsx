import { Link, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { AccountForm } from "@/features/accounts/components/AccountForm";
import { Notice } from "@/features/accounts/components/Notice";
import { buttonLook } from "@/components/ui/Button";
import { Card } from "@/components/ui/Card";
import { useWelcome } from "@/lib/welcome";
import { register } from "@/lib/session";

/** Making an account, and being logged in with it. */
export default function RegisterPage() {
  const { t } = useTranslation();
  const search = useSearch({ from: "/gate" });
  const welcome = useWelcome();
  if (welcome?.registration_open === false) return <Closed />;
  return (
    <AccountForm
      making
      title={t("register.title")}
      submit={t("register.submit")}
      note={welcome?.first_account && <Notice>{t("register.first")}</Notice>}
      onSubmit={({ email, username, password }) => register(email, username, password)}
    >
      {t("register.haveAccount")}{" "}
      <Link to="/login" search={search} className="font-medium text-accent underline underline-offset-4">
        {t("register.logIn")}
      </Link>
    </AccountForm>
  );
}

/** What stands in place of the form when an admin has closed registration. */
function Closed() {
  const { t } = useTranslation();
  const search = useSearch({ from: "/gate" });
  return (
    <Card className="grid gap-4">
      <title>{`${t("register.title")} · ${t("app.name")}`}</title>
      <h1 className="text-2xl font-bold">{t("register.closedTitle")}</h1>
      <p className="text-ink-soft">{t("register.closed")}</p>
      <Link to="/login" search={search} className={buttonLook({ look: "primary" })}>
        {t("register.logIn")}
      </Link>
    </Card>
  );
}
