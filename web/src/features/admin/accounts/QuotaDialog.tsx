import { useState, type SyntheticEvent } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/Button";
import { Dialog } from "@/components/ui/Dialog";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { Skeleton } from "@/components/ui/Skeleton";
import { useQuota, useSetQuota, type Quota, type QuotaWish } from "../api/quotas";
import type { Account } from "../api/users";
import { QUOTAS } from "./quotas";
import { QuotaField } from "./QuotaField";

interface QuotaDialogProps {
  account: Account;
  open: boolean;
  onClose: () => void;
}

/** How much a person may have, beside how much they have. */
export function QuotaDialog({ account, open, onClose }: QuotaDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t("admin.quotaOf", { name: account.username })}
      description={t("admin.quota.note")}
    >
      <Asked account={account} onClose={onClose} />
    </Dialog>
  );
}

function Asked({ account, onClose }: { account: Account; onClose: () => void }) {
  const { data, error, isPending, refetch } = useQuota(account.id);
  if (isPending) return <Skeleton lines={6} />;
  if (!data) return <ErrorMessage error={error} onRetry={() => void refetch()} />;
  return <QuotaForm account={account} quota={data} onClose={onClose} />;
}

function QuotaForm({ account, quota, onClose }: { account: Account; quota: Quota; onClose: () => void }) {
  const { t } = useTranslation();
  const [wish, setWish] = useState<QuotaWish>(() =>
    Object.fromEntries(QUOTAS.map(({ name }) => [name, quota[name]])),
  );
  const set = useSetQuota(account.id);
  function handle(event: SyntheticEvent) {
    event.preventDefault();
    set.mutate(wish, { onSuccess: onClose });
  }
  return (
    <form className="grid gap-5" onSubmit={handle}>
      {QUOTAS.map((each) => (
        <QuotaField
          key={each.name}
          each={each}
          quota={quota}
          value={wish[each.name] ?? null}
          onChange={(value) => setWish({ ...wish, [each.name]: value })}
        />
      ))}
      <ErrorMessage error={set.error} />
      <div className="flex justify-end gap-2">
        <Button look="quiet" onClick={onClose}>
          {t("action.cancel")}
        </Button>
        <Button type="submit" look="primary" busy={set.isPending}>
          {t("admin.quota.save")}
        </Button>
      </div>
    </form>
  );
}
