import { useTranslation } from "react-i18next";
import { useChangeAccount, type Account, type AccountChange } from "@/features/admin/api/users";
import { Button } from "@/components/ui/Button";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { Select } from "@/components/ui/Select";
import { useFormat } from "@/lib/format";

const ROLES = ["user", "admin"] as const;

/** One account: who it is, what it may do, and whether it may come in. */
export function AccountRow({ account }: { account: Account }) {
  const { t } = useTranslation();
  const format = useFormat();
  const change = useChangeAccount();
  const submit = (wanted: AccountChange) => change.mutate({ id: account.id, change: wanted });
  const name = account.username;
  return (
    <li className="grid gap-3 py-4 first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-center gap-3">
        <div className="min-w-0 grow basis-56">
          <p className="flex flex-wrap items-center gap-2 font-medium">
            <bdi className="break-words">{name}</bdi>
            {account.disabled && (
              <span className="rounded-full bg-danger-soft px-2.5 text-sm text-danger">
                {t("admin.disabled")}
              </span>
            )}
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
      <ErrorMessage error={change.error} />
    </li>
  );
}
