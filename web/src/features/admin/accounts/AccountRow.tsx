import { Link } from "@tanstack/react-router";
import { Gauge, ScrollText } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Badge } from "@/components/ui/Badge";
import { Button, buttonLook } from "@/components/ui/Button";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { Select } from "@/components/ui/Select";
import { useFormat } from "@/lib/format";
import { useChangeAccount, type Account, type AccountChange } from "../api/users";
import { QuotaDialog } from "./QuotaDialog";

const ROLES = ["user", "admin"] as const;

/** One account: who it is, what it may do, and whether it may come in. */
export function AccountRow({ account }: { account: Account }) {
  const { t } = useTranslation();
  const format = useFormat();
  const change = useChangeAccount();
  const submit = (wanted: AccountChange) => change.mutate({ id: account.id, change: wanted });
  const name = account.username;
  return (
    <li data-testid="account-row" className="grid gap-3 py-4 first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-center gap-3">
        <div className="min-w-0 grow basis-56">
          <p className="flex flex-wrap items-center gap-2 font-medium">
            <bdi className="break-words">{name}</bdi>
            {account.disabled && <Badge tone="danger">{t("admin.disabled")}</Badge>}
          </p>
          <p className="text-sm break-words text-ink-soft">
            <bdi>{account.email}</bdi>
            {" · "}
            {t("admin.since", { date: format.date(account.created_at) })}
          </p>
        </div>
        <Select
          aria-label={t("admin.roleOf", { name })}
          className="w-36"
          value={account.role}
          disabled={change.isPending}
          options={ROLES.map((role) => ({ value: role, label: t(`role.${role}`) }))}
          onChoose={(role) => submit({ role: role as Account["role"] })}
        />
        <Button
          look={account.disabled ? "secondary" : "danger"}
          aria-label={t(account.disabled ? "admin.enableNamed" : "admin.disableNamed", { name })}
          busy={change.isPending}
          onClick={() => submit({ disabled: !account.disabled })}
        >
          {t(account.disabled ? "admin.enable" : "admin.disable")}
        </Button>
      </div>
      <Ways account={account} />
      <ErrorMessage error={change.error} />
    </li>
  );
}

/** What else there is to see of an account: how much it may have, and what was done with it. */
function Ways({ account }: { account: Account }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const name = account.username;
  return (
    <div className="flex flex-wrap gap-2">
      <Button
        look="quiet"
        size="small"
        aria-label={t("admin.quotaOf", { name })}
        onClick={() => setOpen(true)}
      >
        <Gauge aria-hidden className="size-4" />
        {t("admin.quota.title")}
      </Button>
      <Link
        to="/admin"
        search={{ tab: "audit", person: account.id }}
        aria-label={t("admin.deedsOf", { name })}
        className={buttonLook({ look: "quiet", size: "small" })}
      >
        <ScrollText aria-hidden className="size-4" />
        {t("admin.deeds")}
      </Link>
      <QuotaDialog account={account} open={open} onClose={() => setOpen(false)} />
    </div>
  );
}
