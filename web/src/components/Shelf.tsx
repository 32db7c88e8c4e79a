import { useId, type ReactNode } from "react";

interface ShelfProps {
  title: string;
  /** What there is in it, in words; said again when it changes. */
  note?: string | undefined;
  busy?: boolean;
  children: ReactNode;
}

/** A row of cards under a heading. */
export function Shelf({ title, note, busy = false, children }: ShelfProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      aria-busy={busy}
      className={`grid grid-cols-[minmax(0,1fr)] gap-4 transition-opacity ${busy ? "opacity-60" : ""}`}
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id={id} className="text-lg font-semibold">
          {title}
        </h2>
        <p role="status" className="text-sm text-ink-soft">
          {note}
        </p>
      </div>
      {children}
    </section>
  );
}
