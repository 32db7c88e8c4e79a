import { RefreshCw } from "lucide-react";
import { useId, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/Button";
import { Card, CardHeading } from "@/components/ui/Card";

interface SheetProps {
  title: string;
  note?: string;
  /** What narrows down what is shown. */
  filters?: ReactNode;
  /** Asks the studio again. */
  onRefresh: () => void;
  busy?: boolean;
  children: ReactNode;
}

/** One sheet of the Admin page: its heading, what narrows it down, and its content. */
export function Sheet({ title, note, filters, onRefresh, busy = false, children }: SheetProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <Card aria-labelledby={id} className="grid grid-cols-[minmax(0,1fr)]">
      <CardHeading
        id={id}
        note={note}
        actions={
          <Button look="quiet" size="small" onClick={onRefresh} aria-busy={busy}>
            <RefreshCw aria-hidden className={`size-4 ${busy ? "animate-spin" : ""}`} />
            {t("action.refresh")}
          </Button>
        }
      >
        {title}
      </CardHeading>
      {filters !== undefined && (
        <div className="mb-5 grid gap-4 sm:grid-cols-2 lg:grid-cols-3">{filters}</div>
      )}
      {children}
    </Card>
  );
}
