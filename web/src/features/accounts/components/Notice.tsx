import type { ReactNode } from "react";

/** Something good to know before filling in the form. */
export function Notice({ children }: { children: ReactNode }) {
  return (
    <p role="status" className="rounded-xl bg-accent-soft px-4 py-3 text-accent-strong">
      {children}
    </p>
  );
}
