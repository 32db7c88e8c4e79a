import { useTranslation } from "react-i18next";
import { useAccounts } from "@/features/admin/api/users";
import { AccountRow } from "@/features/admin/components/AccountRow";
import { Button } from "@/components/ui/Button";
import { Card, CardHeading } from "@/components/ui/Card";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { Skeleton } from "@/components/ui/Skeleton";

/** Everyone who has an account here. */
export function Accounts() {
  const { t } = useTranslation();
  const accounts = useAccounts();
  const rows = accounts.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Card aria-labelledby="accounts">
      <CardHeading id="accounts">{t("admin.accounts")}</CardHeading>
      {accounts.isPending && <Skeleton />}
      <ErrorMessage error={accounts.error} onRetry={() => void accounts.refetch()} />
      <ul className="divide-y divide-line">
        {rows.map((account) => (
          <AccountRow key={account.id} account={account} />
        ))}
      </ul>
      {accounts.hasNextPage && (
        <Button
          className="mt-4"
          busy={accounts.isFetchingNextPage}
          onClick={() => void accounts.fetchNextPage()}
        >
          {t("admin.more")}
        </Button>
      )}
    </Card>
  );
}
