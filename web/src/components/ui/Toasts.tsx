import { X } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/Button";
import { dismiss, useToasts, type Toast } from "@/lib/toasts";

const SHOWN_MS = 12_000;

/** Where toasts appear; a screen reader hears them from any page. */
export function Toasts() {
  const { t } = useTranslation();
  return (
    <section
      aria-label={t("shell.toasts")}
      aria-live="polite"
      className="pointer-events-none fixed inset-x-4 bottom-24 z-40 grid justify-items-center gap-2 md:bottom-6"
    >
      {useToasts().map((toast) => (
        <Sheet key={toast.id} toast={toast} />
      ))}
    </section>
  );
}

/** One toast; it stays for as long as one points at it or is in it. */
function Sheet({ toast: { id, text, action } }: { toast: Toast }) {
  const { t } = useTranslation();
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const timer = setInterval(() => {
      if (!sheet.current?.matches(":hover, :focus-within")) dismiss(id);
    }, SHOWN_MS);
    return () => clearInterval(timer);
  }, [id]);
  return (
    <div
      ref={sheet}
      data-testid="toast"
      className="pointer-events-auto flex w-full max-w-lg items-center gap-2 rounded-xl bg-ink py-2 ps-4 pe-2 text-ground shadow-card"
    >
      <p className="grow">{text}</p>
      {action && (
        <button
          type="button"
          className="min-h-9 shrink-0 rounded-lg px-2 font-medium underline underline-offset-4"
          onClick={() => {
            dismiss(id);
            action.onChoose();
          }}
        >
          {action.label}
        </button>
      )}
      <Button
        look="quiet"
        size="icon"
        className="text-ground"
        aria-label={t("action.close")}
        onClick={() => dismiss(id)}
      >
        <X aria-hidden className="size-5" />
      </Button>
    </div>
  );
}
