import { ArrowDown, ArrowUp, Trash2, type LucideIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/Button";

interface HubAddressProps {
  url: string;
  first: boolean;
  last: boolean;
  busy: boolean;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

/** One address of one's own, which can be moved and removed. */
export function HubAddress({ url, first, last, busy, onMove, onRemove }: HubAddressProps) {
  const { t } = useTranslation();
  return (
    <li data-testid="hub-own-address" className="flex items-center gap-1 py-1 ps-4 pe-1">
      <span className="min-w-0 grow break-all">
        <bdi dir="ltr">{url}</bdi>
      </span>
      <IconButton
        icon={ArrowUp}
        label={t("hub.up", { url })}
        disabled={busy || first}
        onClick={() => onMove(-1)}
      />
      <IconButton
        icon={ArrowDown}
        label={t("hub.down", { url })}
        disabled={busy || last}
        onClick={() => onMove(1)}
      />
      <IconButton icon={Trash2} label={t("hub.remove", { url })} disabled={busy} onClick={onRemove} />
    </li>
  );
}

interface IconButtonProps {
  icon: LucideIcon;
  label: string;
  disabled: boolean;
  onClick: () => void;
}

function IconButton({ icon: Icon, label, ...rest }: IconButtonProps) {
  return (
    <Button look="quiet" size="icon" aria-label={label} {...rest}>
      <Icon aria-hidden className="size-5" />
    </Button>
  );
}
