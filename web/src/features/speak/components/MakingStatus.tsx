import { ArrowLeftRight } from "lucide-react";
import { useTranslation } from "react-i18next";
import { cn } from "@/lib/cn";
import type { Maker } from "../place/Maker";
import { useMaking } from "../place/useMaker";
import { LoadingStatus } from "./LoadingStatus";

interface MakingStatusProps {
  maker: Maker;
  onCancel: () => void;
  className?: string;
}

/** What the browser is fetching for the speech, or why it is made elsewhere; takes no room otherwise. */
export function MakingStatus({ maker, onCancel, className }: MakingStatusProps) {
  const { t } = useTranslation();
  const { loading, moved } = useMaking(maker);
  return (
    <div className={cn("grid gap-3", !loading && !moved && "sr-only", className)}>
      <p
        role="status"
        data-testid="speak-moved"
        className={cn("flex items-start gap-2 text-sm text-ink-soft", !moved && "sr-only")}
      >
        {moved && (
          <>
            <ArrowLeftRight aria-hidden className="mt-1 size-4 shrink-0" />
            {t(`speak.moved.${moved}`)}
          </>
        )}
      </p>
      {loading && <LoadingStatus loading={loading} onCancel={onCancel} />}
    </div>
  );
}
