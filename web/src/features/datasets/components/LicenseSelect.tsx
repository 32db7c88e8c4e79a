import { useTranslation } from "react-i18next";
import { Field } from "@/components/ui/Field";
import { Select } from "@/components/ui/Select";

/** Licences for what is given away. */
export const OPEN = ["CC0-1.0", "CC-BY-4.0", "CC-BY-SA-4.0", "CC-BY-NC-4.0"];
/** What nobody else gets. */
export const OWN = "private";

interface LicenseSelectProps {
  value: string;
  onChoose: (license: string) => void;
}

/** Under which licence a dataset stands. */
export function LicenseSelect({ value, onChoose }: LicenseSelectProps) {
  const { t } = useTranslation();
  const names = value !== "" && value !== OWN && !OPEN.includes(value) ? [...OPEN, value] : OPEN;
  return (
    <Field label={t("datasets.license")}>
      {(control) => (
        <Select
          {...control}
          data-testid="dataset-license"
          value={value}
          onChoose={onChoose}
          options={[
            { value: "", label: t("datasets.licenseNone") },
            { value: OWN, label: t("datasets.licenseOwn") },
            ...names.map((name) => ({ value: name, label: name })),
          ]}
        />
      )}
    </Field>
  );
}
