import { useTranslation } from "react-i18next";

interface ConsentBoxProps {
  checked: boolean;
  onCheck: (checked: boolean) => void;
}

/** Whether those who speak have agreed; it is kept with the dataset. */
export function ConsentBox({ checked, onCheck }: ConsentBoxProps) {
  const { t } = useTranslation();
  return (
    <label className="flex cursor-pointer items-start gap-3">
      <input
        type="checkbox"
        data-testid="dataset-consent"
        className="mt-1.5 size-5 shrink-0 accent-accent"
        checked={checked}
        onChange={(event) => onCheck(event.target.checked)}
      />
      <span className="text-sm">{t("datasets.consent")}</span>
    </label>
  );
}
