import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";

interface DisclosureProps {
  summary: ReactNode;
  onToggle?: (open: boolean) => void;
  children: ReactNode;
}

/** More of something, for those who want to see it. */
export function Disclosure({ summary, onToggle, children }: DisclosureProps) {
  return (
    <details
      className="group rounded-xl border border-line"
      onToggle={({ currentTarget }) => onToggle?.(currentTarget.open)}
    >
      <summary className="flex min-h-11 cursor-pointer list-none items-center justify-between gap-3 rounded-xl px-4 font-medium hover:bg-sunken">
        {summary}
        <ChevronDown aria-hidden className="size-5 shrink-0 text-ink-soft group-open:rotate-180" />
      </summary>
      <div className="px-4 pt-1 pb-4">{children}</div>
    </details>
  );
}
