import { useId } from "react";
import { useFormat } from "@/lib/format";

const NEARLY_FULL_PERCENT = 90;

interface MeterProps {
  label: string;
  /** From 0 to 100. */
  percent: number;
  /** What the bar means in words, such as used and whole. */
  note: string;
  /** Whether more of it is better; else a full one warns. */
  good?: boolean;
}

/** How much of something is taken. */
export function Meter({ label, percent, note, good = false }: MeterProps) {
  const format = useFormat();
  const id = useId();
  const width = Math.min(100, Math.max(0, percent));
  return (
    <div className="grid gap-1">
      <div className="flex items-baseline justify-between gap-3">
        <span id={id} className="font-medium">
          {label}
        </span>
        <span>{format.percent(width)}</span>
      </div>
      <div
        role="meter"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(width)}
        aria-valuetext={`${format.percent(width)} (${note})`}
        className="h-2.5 overflow-hidden rounded-full bg-sunken"
      >
        <div
          className={`h-full rounded-full transition-[width] ${!good && width >= NEARLY_FULL_PERCENT ? "bg-danger" : "bg-accent"}`}
          style={{ width: `${width}%` }}
        />
      </div>
      <p className="text-sm text-ink-soft">{note}</p>
    </div>
  );
}
