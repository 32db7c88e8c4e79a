import type { LucideIcon } from "lucide-react";
import type { ComponentProps } from "react";
import { Button } from "@/components/ui/Button";

type KeyButtonProps = Omit<ComponentProps<typeof Button>, "children"> & {
  icon: LucideIcon;
  label: string;
  /** The key that does the same. */
  keyName: string;
};

/** A button that shows its key. Once pressed by hand it lets go of the focus, so that the keys go on working. */
export function KeyButton({ icon: Icon, label, keyName, onClick, ...rest }: KeyButtonProps) {
  return (
    <Button
      onClick={(event) => {
        if (event.detail > 0) event.currentTarget.blur();
        onClick?.(event);
      }}
      {...rest}
    >
      <Icon aria-hidden className="size-5" />
      {label}
      <kbd
        dir="ltr"
        aria-hidden
        className="rounded-md border border-current px-1.5 font-sans text-xs leading-5 max-sm:hidden pointer-coarse:hidden"
      >
        {keyName}
      </kbd>
    </Button>
  );
}
