import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

/** Says that there is nothing here yet, and what to do about it. */
export function EmptyState({
  icon: Icon,
  title,
  children,
}: {
  icon: LucideIcon;
  title: string;
  children?: ReactNode;
}) {
  return (
    <div className="grid justify-items-center gap-2 rounded-xl bg-sunken px-4 py-8 text-center">
      <Icon aria-hidden className="size-8 text-accent" />
      <p className="font-medium">{title}</p>
      {children !== undefined && <div className="text-sm text-ink-soft">{children}</div>}
    </div>
  );
}
