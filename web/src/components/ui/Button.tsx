import { cva, type VariantProps } from "class-variance-authority";
import { LoaderCircle } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";

/** The looks of a button; links that lead like one wear them too. */
export const buttonLook = cva(
  "inline-flex shrink-0 items-center justify-center gap-2 rounded-xl font-medium transition-colors select-none disabled:cursor-not-allowed disabled:opacity-60 [&_svg]:shrink-0",
  {
    variants: {
      look: {
        primary: "bg-accent text-on-accent enabled:hover:bg-accent-strong",
        secondary: "border border-line-strong bg-surface text-ink enabled:hover:bg-sunken",
        quiet: "text-ink-soft hover:bg-sunken hover:text-ink",
        danger: "border border-danger bg-surface text-danger enabled:hover:bg-danger-soft",
      },
      size: {
        small: "min-h-9 px-3 text-sm",
        medium: "min-h-11 px-4",
        large: "min-h-13 px-6 text-lg",
        icon: "size-11",
      },
    },
    defaultVariants: { look: "secondary", size: "medium" },
  },
);

type ButtonProps = ComponentProps<"button"> & VariantProps<typeof buttonLook> & { busy?: boolean };

/** A button; while `busy` it turns a wheel and takes no clicks. */
export function Button({ look, size, busy = false, className, children, disabled, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      className={cn(buttonLook({ look, size }), className)}
      disabled={disabled === true || busy}
      aria-busy={busy}
      {...rest}
    >
      {busy && <LoaderCircle aria-hidden className="size-5 animate-spin" />}
      {children}
    </button>
  );
}
