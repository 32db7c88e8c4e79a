import { Copy } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { NewKey } from "@/features/settings/api/keys";
import { Button } from "@/components/ui/Button";
import { Dialog } from "@/components/ui/Dialog";
import { Input } from "@/components/ui/Input";

/** Shows a new key, the only time it can be seen. */
export function NewKeyDialog({ made, onClose }: { made: NewKey | null; onClose: () => void }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const field = useRef<HTMLInputElement>(null);

  async function copy() {
    field.current?.select();
    // Only pages from HTTPS or localhost may write the clipboard; elsewhere the key stands selected for the hand.
    const clipboard = navigator.clipboard as Clipboard | undefined;
    if (!clipboard || !made) return;
    await clipboard.writeText(made.key);
    setCopied(true);
  }

  return (
    <Dialog
      open={made !== null}
      onClose={() => {
        setCopied(false);
        onClose();
      }}
      title={t("keys.newTitle")}
      description={t("keys.newNote")}
    >
      <div className="flex gap-2">
        <Input
          ref={field}
          readOnly
          dir="ltr"
          className="font-mono text-sm"
          value={made?.key ?? ""}
          aria-label={t("keys.newTitle")}
          onFocus={(event) => event.target.select()}
        />
        <Button look="primary" onClick={() => void copy()}>
          <Copy aria-hidden className="size-5" />
          {t("action.copy")}
        </Button>
      </div>
      <p role="status" className="min-h-6 text-sm text-good">
        {copied && t("keys.copied")}
      </p>
    </Dialog>
  );
}
