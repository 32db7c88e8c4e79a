import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";

type ProgressProps = Omit<ComponentProps<"div">, "children"> & {
  value: number;
  label: string;
  valueText?: string;
};

/** How far something is, from 0 to 100. */
export function Progress({ value, label, valueText, className, ...rest }: ProgressProps) {
  const width = Math.min(100, Math.max(0, value));
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(width)}
      aria-valuetext={valueText}
      className={cn("h-2.5 overflow-hidden rounded-full bg-sunken", className)}
      {...rest}
    >
      <div className="h-full rounded-full bg-accent transition-[width]" style={{ width: `${width}%` }} />
    </div>
  );
}
