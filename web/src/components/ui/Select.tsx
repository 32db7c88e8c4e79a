import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";
import { controlLook } from "@/components/ui/Input";

/** One thing to choose. */
export interface Option {
  value: string;
  label: string;
  /** The heading it stands under. */
  group?: string;
}

type SelectProps = Omit<ComponentProps<"select">, "children" | "onChange"> & {
  options: readonly Option[];
  onChoose: (value: string) => void;
};

/** The device's own choice list: it fits every hand, keyboard and screen reader. */
export function Select({ options, onChoose, className, ...rest }: SelectProps) {
  return (
    <div className="relative">
      <select
        className={cn(controlLook, "min-h-11 appearance-none pe-10", className)}
        onChange={(event) => {
          onChoose(event.target.value);
        }}
        {...rest}
      >
        {[...groupsOf(options)].map(([group, members]) =>
          group === undefined ? (
            <Choices key="" options={members} />
          ) : (
            <optgroup key={group} label={group}>
              <Choices options={members} />
            </optgroup>
          ),
        )}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute inset-y-0 end-3 my-auto size-5 text-ink-soft"
      />
    </div>
  );
}

function Choices({ options }: { options: readonly Option[] }) {
  return options.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));
}

function groupsOf(options: readonly Option[]): Map<string | undefined, Option[]> {
  const groups = new Map<string | undefined, Option[]>();
  for (const option of options) groups.set(option.group, [...(groups.get(option.group) ?? []), option]);
  return groups;
}
