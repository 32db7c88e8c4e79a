import { Tabs as Radix } from "radix-ui";
import { useEffect, useRef, type ReactNode } from "react";

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
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => bringIntoSight(list.current), [value]);
  return (
    <Radix.Root value={value} onValueChange={(chosen) => onChoose(chosen as Value)} className="grid gap-6">
      <Radix.List ref={list} aria-label={label} className="flex gap-1 overflow-x-auto border-b border-line">
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

/** Scrolls a list of names that is wider than the page so far that the chosen one is seen. */
function bringIntoSight(list: HTMLElement | null): void {
  const chosen = list?.querySelector("[data-state=active]")?.getBoundingClientRect();
  if (list === null || chosen === undefined) return;
  const seen = list.getBoundingClientRect();
  list.scrollLeft += Math.min(0, chosen.left - seen.left) + Math.max(0, chosen.right - seen.right);
}
