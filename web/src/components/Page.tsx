import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

interface PageProps {
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** One page of the studio: its title, in the window too, and its content. */
export function Page({ title, lead, actions, children }: PageProps) {
  const { t } = useTranslation();
  return (
    <div className="grid gap-6">
      <title>{`${title} · ${t("app.name")}`}</title>
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div>
          <h1 className="text-2xl font-bold sm:text-3xl">{title}</h1>
          {lead !== undefined && <p className="mt-1 max-w-prose text-ink-soft">{lead}</p>}
        </div>
        {actions}
      </div>
      {children}
    </div>
  );
}
