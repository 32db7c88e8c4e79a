import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "@/lib/cn";

const TONES = {
  plain: "bg-sunken text-ink-soft",
  accent: "bg-accent-soft text-accent-strong",
  good: "bg-sunken text-good",
  warning: "bg-sunken text-warning",
  danger: "bg-danger-soft text-danger",
};

interface BadgeProps {
  tone?: keyof typeof TONES;
  icon?: LucideIcon;
  children: ReactNode;
}

/** One short fact about a thing. */
export function Badge({ tone = "plain", icon: Icon, children }: BadgeProps) {
  return (
    <span className={cn("inline-flex items-center gap-1 rounded-full px-2.5 py-0.5 text-sm", TONES[tone])}>
      {Icon && <Icon aria-hidden className="size-4 shrink-0" />}
      <bdi>{children}</bdi>
    </span>
  );
}
