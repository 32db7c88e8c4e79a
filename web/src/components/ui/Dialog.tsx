import { X } from "lucide-react";
import { useEffect, useId, useRef, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/Button";
import { cn } from "@/lib/cn";

/** What every dialog is given. */
export interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  description?: ReactNode;
  /** For more than a question: as wide as a page. */
  wide?: boolean;
  children: ReactNode;
}

/** A question or a form above the page; the browser's own, so it holds the focus and closes with Escape. */
export function Dialog({ open, onClose, title, description, wide = false, children }: DialogProps) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={`${id}-title`}
      aria-describedby={description === undefined ? undefined : `${id}-description`}
      onClose={onClose}
      className={cn(
        "m-auto max-h-[85dvh] w-[calc(100%-2rem)] max-w-lg rounded-2xl border border-line bg-surface p-6 text-ink shadow-card backdrop:bg-black/50",
        wide && "max-w-3xl",
      )}
    >
      {open && (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
          <div className="flex items-start justify-between gap-4">
            <h2 id={`${id}-title`} className="text-lg font-semibold">
              {title}
            </h2>
            <Button
              look="quiet"
              size="icon"
              aria-label={t("action.close")}
              className="-m-2"
              onClick={onClose}
            >
              <X aria-hidden className="size-5" />
            </Button>
          </div>
          {description !== undefined && (
            <p id={`${id}-description`} className="text-ink-soft">
              {description}
            </p>
          )}
          {children}
        </div>
      )}
    </dialog>
  );
}
