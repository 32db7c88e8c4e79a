import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";

/** How every control that is written into looks. */
export const controlLook =
  "w-full min-w-0 rounded-xl border border-line-strong bg-surface px-3.5 text-ink placeholder:text-ink-soft aria-invalid:border-danger disabled:opacity-60";

/** A line to write in. */
export function Input({ className, ...rest }: ComponentProps<"input">) {
  return <input className={cn(controlLook, "min-h-11", className)} {...rest} />;
}
