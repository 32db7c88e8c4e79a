import { Tabs as Radix } from "radix-ui";
import type { ReactNode } from "react";

/** One of the sheets that lie behind each other. */
export interface Tab<Value extends string> {
  value: Value;
  label: string;
  /** A number beside the name, such as how much is going on there. */
  badge?: string | undefined;
  content: ReactNode;
}

interface TabsProps<Value extends string> {
  label: string;
  value: Value;
  tabs: readonly Tab<Value>[];
  onChoose: (value: Value) => void;
}

/** Sheets of which one is seen; the arrow keys go from name to name. */
export function Tabs<Value extends string>({ label, value, tabs, onChoose }: TabsProps<Value>) {
  return (
    <Radix.Root value={value} onValueChange={(chosen) => onChoose(chosen as Value)} className="grid gap-6">
      <Radix.List aria-label={label} className="flex gap-1 overflow-x-auto border-b border-line">
        {tabs.map((tab) => (
          <Radix.Trigger
            key={tab.value}
            value={tab.value}
            className="flex min-h-11 grow items-center justify-center gap-2 rounded-t-xl border-b-2 border-transparent px-4 font-medium whitespace-nowrap text-ink-soft -outline-offset-2 hover:text-ink data-[state=active]:border-accent data-[state=active]:text-accent-strong sm:grow-0"
          >
            {tab.label}
            {tab.badge !== undefined && (
              <span className="min-w-6 rounded-full bg-accent px-1.5 text-center text-sm text-on-accent">
                {tab.badge}
              </span>
            )}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map((tab) => (
        <Radix.Content key={tab.value} value={tab.value} className="min-w-0 rounded-xl">
          {tab.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}
