import type { LucideIcon } from "lucide-react";
import { useId } from "react";
import { cn } from "@/lib/cn";

interface CardOption<Value extends string> {
  value: Value;
  label: string;
  note: string;
  icon: LucideIcon;
  disabled?: boolean;
}

interface CardsProps<Value extends string> {
  label: string;
  /** Undefined where none of them is chosen. */
  value: Value | undefined;
  options: readonly CardOption<Value>[];
  onChoose: (value: Value) => void;
  testId: string;
}

/** One of a few, each explained. */
export function Cards<Value extends string>({ label, value, options, onChoose, testId }: CardsProps<Value>) {
  const name = useId();
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-medium">{label}</legend>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3 sm:grid-cols-3">
        {options.map(({ value: option, label: title, note, icon: Icon, disabled = false }) => (
          <label
            key={option}
            className={cn(
              "grid cursor-pointer grid-cols-[auto_minmax(0,1fr)] content-start gap-x-2 rounded-xl border border-line-strong p-3 has-checked:border-accent has-checked:bg-accent-soft has-checked:text-accent-strong has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent",
              disabled ? "cursor-not-allowed border-line bg-sunken" : option !== value && "hover:bg-sunken",
            )}
          >
            <input
              type="radio"
              className="sr-only"
              name={name}
              value={option}
              data-testid={testId}
              aria-describedby={`${name}-${option}`}
              disabled={disabled}
              checked={option === value}
              onChange={() => onChoose(option)}
            />
            <Icon aria-hidden className="mt-1 size-5" />
            <span className="font-medium">{title}</span>
            <span id={`${name}-${option}`} className="col-span-2 text-sm text-ink-soft">
              {note}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
