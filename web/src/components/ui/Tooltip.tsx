import { Tooltip as Radix } from "radix-ui";
import type { ReactNode } from "react";

/** Shows a short name beside a control that is only a picture; the control itself carries the name for screen readers. */
export function Tooltip({ text, children }: { text: string; children: ReactNode }) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          sideOffset={6}
          collisionPadding={8}
          className="z-50 rounded-lg bg-ink px-2.5 py-1 text-sm text-ground shadow-card"
        >
          {text}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** Holds the waiting time that all tooltips share. */
export const TooltipProvider = Radix.Provider;
