import { CloudOff, Sparkles, type LucideIcon } from "lucide-react";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useRenewal } from "@/app/serviceWorker";
import { probe, useConnected } from "@/lib/connection";

/** What concerns every page: that the studio does not answer, or that a newer one is here. */
export function Strips() {
  return (
    <div aria-live="polite">
      <LostStrip />
      <RenewalStrip />
    </div>
  );
}

function LostStrip() {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  if (useConnected()) return null;
  const ask = async () => {
    setAsking(true);
    await probe();
    setAsking(false);
  };
  return (
    <Strip id="offline" icon={CloudOff} action={t("problem.retry")} busy={asking} onChoose={() => void ask()}>
      {t("offline.strip")}
    </Strip>
  );
}

function RenewalStrip() {
  const { t } = useTranslation();
  const renew = useRenewal();
  if (renew === null) return null;
  return (
    <Strip id="renewal" icon={Sparkles} action={t("renewal.reload")} onChoose={renew}>
      {t("renewal.here")}
    </Strip>
  );
}

interface StripProps {
  id: string;
  icon: LucideIcon;
  children: ReactNode;
  action: string;
  busy?: boolean;
  onChoose: () => void;
}

function Strip({ id, icon: Icon, children, action, busy = false, onChoose }: StripProps) {
  return (
    <div data-testid={`strip-${id}`} className="border-b border-line bg-sunken text-sm text-ink-soft">
      <div className="mx-auto flex max-w-6xl items-center gap-3 px-4 py-1.5 sm:px-6">
        <Icon aria-hidden className="size-5 shrink-0 text-accent" />
        <p className="grow">{children}</p>
        <button
          type="button"
          aria-disabled={busy}
          className="min-h-9 shrink-0 rounded-lg px-2 font-medium text-accent-strong underline underline-offset-4"
          onClick={onChoose}
        >
          {action}
        </button>
      </div>
    </div>
  );
}
