import { useTranslation } from "react-i18next";
import { cn } from "@/lib/cn";

/** Grey lines in the place of what is still on its way. */
export function Skeleton({ lines = 3, className }: { lines?: number; className?: string }) {
  const { t } = useTranslation();
  return (
    <div role="status" aria-label={t("state.loading")} className={cn("grid gap-3", className)}>
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} className="h-5 animate-pulse rounded-lg bg-sunken last:w-2/3" />
      ))}
    </div>
  );
}
