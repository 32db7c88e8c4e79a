import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/Button";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { Skeleton } from "@/components/ui/Skeleton";

interface ListingProps<Item> {
  list: UseInfiniteQueryResult<InfiniteData<{ items: Item[] }>>;
  /** What the button that shows the next page says. */
  more: string;
  /** What stands there when nothing is in the list. */
  empty: ReactNode;
  children: (item: Item) => ReactNode;
}

/** A long list, page by page: on its way, refused, empty, or there. */
export function Listing<Item>({ list, more, empty, children }: ListingProps<Item>) {
  const { t } = useTranslation();
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  if (list.isPending) return <Skeleton lines={6} />;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] justify-items-start gap-4">
      <ErrorMessage className="w-full" error={list.error} onRetry={() => void list.refetch()} />
      {list.data && rows.length === 0 && <div className="w-full">{empty}</div>}
      <ul aria-label={t("admin.list")} className="grid w-full grid-cols-[minmax(0,1fr)] divide-y divide-line">
        {rows.map(children)}
      </ul>
      {list.hasNextPage && (
        <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {more}
        </Button>
      )}
    </div>
  );
}
