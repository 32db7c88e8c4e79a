import { Users } from "lucide-react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "@/components/ui/EmptyState";
import { useAccounts } from "../api/users";
import { Listing } from "../components/Listing";
import { Sheet } from "../components/Sheet";
import { AccountRow } from "./AccountRow";

/** Everyone who has an account here. */
export function Accounts() {
  const { t } = useTranslation();
  const accounts = useAccounts();
  return (
    <Sheet title={t("admin.accounts")} onRefresh={() => void accounts.refetch()} busy={accounts.isRefetching}>
      <Listing
        list={accounts}
        more={t("admin.more")}
        empty={<EmptyState icon={Users} title={t("admin.noAccounts")} />}
      >
        {(account) => <AccountRow key={account.id} account={account} />}
      </Listing>
    </Sheet>
  );
}
