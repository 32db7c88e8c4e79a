import { ListX, Mic } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Shelf } from "@/components/Shelf";
import { Button } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { Skeleton } from "@/components/ui/Skeleton";
import { useDeferredTyping } from "@/lib/useDeferredTyping";
import { isUnfiltered, type View } from "../address";
import { useRecords } from "../api/records";
import type { Dataset } from "../api/shapes";
import { RecordFilters } from "./RecordFilters";
import { RecordItem } from "./RecordItem";

interface RecordsTabProps {
  dataset: Dataset;
  view: View;
  onLook: (view: View) => void;
}

/** The records of a dataset: looked for, heard, set right and left out. */
export function RecordsTab({ dataset, view, onLook }: RecordsTabProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useDeferredTyping(view, onLook);
  const records = useRecords(dataset.id, view);
  const items = (records.data?.pages ?? []).flatMap((page) => page.items);
  const total = records.data?.pages[0]?.total ?? items.length;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <RecordFilters view={typed} problems={dataset.metadata.report?.problems ?? {}} onLook={setTyped} />
      <Shelf
        title={t("datasets.tab.records")}
        busy={records.isPlaceholderData}
        note={records.data && t("datasets.records", { count: total })}
      >
        {records.isPending && <Skeleton lines={6} />}
        <ErrorMessage error={records.error} onRetry={() => void records.refetch()} />
        {records.data && items.length === 0 && <Nothing view={view} />}
        <ul className="grid grid-cols-[minmax(0,1fr)] gap-3">
          {items.map((record) => (
            <RecordItem key={record.n} dataset={dataset} record={record} />
          ))}
        </ul>
        {records.hasNextPage && (
          <Button
            className="justify-self-center"
            data-testid="record-more"
            busy={records.isFetchingNextPage}
            onClick={() => void records.fetchNextPage()}
          >
            {t("datasets.more")}
          </Button>
        )}
      </Shelf>
    </div>
  );
}

function Nothing({ view }: { view: View }) {
  const { t } = useTranslation();
  return isUnfiltered(view) ? (
    <EmptyState icon={Mic} title={t("datasets.noRecords")}>
      {t("datasets.noRecordsNote")}
    </EmptyState>
  ) : (
    <EmptyState icon={ListX} title={t("datasets.notFound")}>
      {t("datasets.notFoundNote")}
    </EmptyState>
  );
}
