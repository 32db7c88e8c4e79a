import { KeyRound } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { KeyForm } from "@/features/settings/components/KeyForm";
import { KeyRow } from "@/features/settings/components/KeyRow";
import { NewKeyDialog } from "@/features/settings/components/NewKeyDialog";
import { useKeys, type NewKey } from "@/features/settings/api/keys";
import { Card, CardHeading } from "@/components/ui/Card";
import { EmptyState } from "@/components/ui/EmptyState";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { Skeleton } from "@/components/ui/Skeleton";

/** The keys with which one's programs speak: made, listed and deleted. */
export function ApiKeys() {
  const { t } = useTranslation();
  const keys = useKeys();
  const [made, setMade] = useState<NewKey | null>(null);
  return (
    <Card aria-labelledby="keys">
      <CardHeading id="keys" note={t("keys.note")}>
        {t("keys.title")}
      </CardHeading>
      <div className="grid gap-5">
        <KeyForm onMade={setMade} />
        <NewKeyDialog made={made} onClose={() => setMade(null)} />
        {keys.isPending && <Skeleton />}
        <ErrorMessage error={keys.error} onRetry={() => void keys.refetch()} />
        {keys.data?.length === 0 && (
          <EmptyState icon={KeyRound} title={t("keys.none")}>
            {t("keys.noneNote")}
          </EmptyState>
        )}
        {keys.data && keys.data.length > 0 && (
          <ul className="divide-y divide-line">
            {keys.data.map((key) => (
              <KeyRow key={key.id} apiKey={key} />
            ))}
          </ul>
        )}
      </div>
    </Card>
  );
}
