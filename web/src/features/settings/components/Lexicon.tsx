import { BookOpen } from "lucide-react";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLexicon } from "@/features/settings/api/lexicon";
import { LexiconFiles } from "@/features/settings/components/LexiconFiles";
import { LexiconForm } from "@/features/settings/components/LexiconForm";
import { LexiconRow } from "@/features/settings/components/LexiconRow";
import { Button } from "@/components/ui/Button";
import { Card, CardHeading } from "@/components/ui/Card";
import { EmptyState } from "@/components/ui/EmptyState";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { Input } from "@/components/ui/Input";
import { Skeleton } from "@/components/ui/Skeleton";

/** How one wants words said: added, looked up, deleted, carried in and out. */
export function Lexicon() {
  const { t } = useTranslation();
  const [q, setQ] = useState("");
  const lexicon = useLexicon(useDeferredValue(q.trim()));
  const entries = lexicon.data?.pages.flatMap(({ items }) => items) ?? [];
  const none = lexicon.isSuccess && entries.length === 0;
  return (
    <Card aria-labelledby="lexicon">
      <CardHeading id="lexicon" note={t("lexicon.note")}>
        {t("lexicon.title")}
      </CardHeading>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        <LexiconForm />
        {(q !== "" || entries.length > 0) && (
          <Input
            type="search"
            aria-label={t("lexicon.search")}
            placeholder={t("lexicon.search")}
            maxLength={100}
            value={q}
            onChange={(event) => setQ(event.target.value)}
          />
        )}
        {lexicon.isPending && <Skeleton />}
        <ErrorMessage error={lexicon.error} onRetry={() => void lexicon.refetch()} />
        {none && q === "" && (
          <EmptyState icon={BookOpen} title={t("lexicon.none")}>
            {t("lexicon.noneNote")}
          </EmptyState>
        )}
        {none && q !== "" && <p className="text-ink-soft">{t("lexicon.notFound")}</p>}
        {entries.length > 0 && (
          <ul className="divide-y divide-line">
            {entries.map((entry) => (
              <LexiconRow key={entry.word} entry={entry} />
            ))}
          </ul>
        )}
        {lexicon.hasNextPage && (
          <Button busy={lexicon.isFetchingNextPage} onClick={() => void lexicon.fetchNextPage()}>
            {t("lexicon.more")}
          </Button>
        )}
        <LexiconFiles empty={none && q === ""} />
      </div>
    </Card>
  );
}
