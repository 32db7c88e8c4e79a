import { Link, type LinkProps } from "@tanstack/react-router";
import { ArrowRight } from "lucide-react";
import type { ReactNode } from "react";

type BackLinkProps = Pick<LinkProps, "to" | "params"> & { children: ReactNode };

/** The way to the page above this one. */
export function BackLink({ children, ...where }: BackLinkProps) {
  return (
    <Link
      {...where}
      className="-order-1 flex items-center gap-1 justify-self-start text-sm text-ink-soft hover:text-ink"
    >
      <ArrowRight aria-hidden className="size-4 ltr:-scale-x-100" />
      {children}
    </Link>
  );
}
