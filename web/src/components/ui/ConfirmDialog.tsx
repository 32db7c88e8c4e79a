import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/Button";
import { Dialog, type DialogProps } from "@/components/ui/Dialog";
import { ErrorMessage } from "@/components/ui/ErrorMessage";

interface ConfirmDialogProps extends Omit<DialogProps, "children"> {
  /** What the button that does it says. */
  action: string;
  busy?: boolean;
  error?: unknown;
  onConfirm: () => void;
}

/** Asks before something that cannot be taken back. */
export function ConfirmDialog({ action, busy = false, error, onConfirm, ...rest }: ConfirmDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog {...rest}>
      <ErrorMessage error={error} />
      <div className="flex justify-end gap-2">
        <Button look="quiet" onClick={rest.onClose}>
          {t("action.cancel")}
        </Button>
        <Button look="danger" busy={busy} onClick={onConfirm}>
          {action}
        </Button>
      </div>
    </Dialog>
  );
}
