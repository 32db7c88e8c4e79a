import { SearchX } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { Skeleton } from "@/components/ui/Skeleton";
import { useSearch } from "../api/sources";
import type { Filters } from "../search";
import { ModelCard } from "./ModelCard";
import { Shelf } from "@/components/Shelf";

interface ResultsProps {
  title: string;
  filters: Filters;
  tags?: string[];
}

/** What the Hub has for these filters, and the way to more of it. */
export function Results({ title, filters, tags }: ResultsProps) {
  const { t } = useTranslation();
  const search = useSearch(filters, tags);
  const found = (search.data?.pages ?? []).flatMap(({ items }) => items);
  const shown = filters.runs ? found.filter(({ engine }) => engine !== null) : found;
  return (
    <Shelf
      title={title}
      busy={search.isPlaceholderData}
      note={search.data && t("models.found", { count: shown.length })}
    >
      {search.isPending && <Skeleton lines={6} />}
      <ErrorMessage error={search.error} onRetry={() => void search.refetch()} />
      {search.data && shown.length === 0 && (
        <EmptyState icon={SearchX} title={t("models.none")}>
          {t(filters.runs && found.length > 0 ? "models.noneRuns" : "models.noneNote")}
        </EmptyState>
      )}
      <ul className="grid grid-cols-[minmax(0,1fr)] gap-4 lg:grid-cols-2">
        {shown.map((model) => (
          <ModelCard key={model.repo_id} model={model} />
        ))}
      </ul>
      {search.hasNextPage && (
        <Button
          className="justify-self-center"
          data-testid="model-more"
          busy={search.isFetchingNextPage}
          onClick={() => void search.fetchNextPage()}
        >
          {t("models.more")}
        </Button>
      )}
    </Shelf>
  );
}
