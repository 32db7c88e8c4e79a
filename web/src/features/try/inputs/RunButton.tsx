import { Play } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/Button";

/** Asks the model what is in the form. */
export function RunButton({ busy, disabled = false }: { busy: boolean; disabled?: boolean }) {
  const { t } = useTranslation();
  return (
    <Button
      type="submit"
      look="primary"
      data-testid="try-run"
      className="justify-self-start"
      busy={busy}
      disabled={disabled}
    >
      {!busy && <Play aria-hidden className="size-5 rtl:-scale-x-100" />}
      {t("try.run")}
    </Button>
  );
}
