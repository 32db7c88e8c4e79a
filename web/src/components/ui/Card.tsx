import type { ComponentProps, ReactNode } from "react";
import { cn } from "@/lib/cn";

/** A raised sheet that holds one subject. */
export function Card({ className, ...rest }: ComponentProps<"section">) {
  return (
    <section
      className={cn("rounded-2xl border border-line bg-surface p-5 shadow-card sm:p-6", className)}
      {...rest}
    />
  );
}

interface CardHeadingProps {
  id?: string;
  children: ReactNode;
  note?: ReactNode;
  actions?: ReactNode;
}

/** The heading of a card, with an explaining note and actions at its end. */
export function CardHeading({ id, children, note, actions }: CardHeadingProps) {
  return (
    <div className="mb-4 flex flex-wrap items-start justify-between gap-3">
      <div>
        <h2 id={id} className="text-lg font-semibold">
          {children}
        </h2>
        {note !== undefined && <p className="text-sm text-ink-soft">{note}</p>}
      </div>
      {actions}
    </div>
  );
}
