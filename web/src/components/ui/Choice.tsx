import type { LucideIcon } from "lucide-react";
import { useId } from "react";
import { cn } from "@/lib/cn";

interface ChoiceProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string; icon?: LucideIcon; lang?: string }[];
  onChoose: (value: Value) => void;
}

/** One of a few, all of them in sight. */
export function Choice<Value extends string>({ label, value, options, onChoose }: ChoiceProps<Value>) {
  const name = useId();
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-medium">{label}</legend>
      <div className="flex flex-wrap gap-2">
        {options.map(({ value: option, label: text, icon: Icon, lang }) => (
          <label
            key={option}
            lang={lang}
            className={cn(
              "flex min-h-11 cursor-pointer items-center gap-2 rounded-xl border border-line-strong px-4 has-checked:border-accent has-checked:bg-accent-soft has-checked:text-accent-strong has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent",
              option !== value && "hover:bg-sunken",
            )}
          >
            <input
              type="radio"
              className="sr-only"
              name={name}
              value={option}
              checked={option === value}
              onChange={() => onChoose(option)}
            />
            {Icon && <Icon aria-hidden className="size-5" />}
            {text}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
