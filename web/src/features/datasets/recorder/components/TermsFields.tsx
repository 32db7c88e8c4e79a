import { useTranslation } from "react-i18next";
import { Field } from "@/components/ui/Field";
import { Select } from "@/components/ui/Select";
import { OPEN, OWN } from "../../components/LicenseSelect";

/** Under what a dataset is recorded. */
export interface Terms {
  license: string;
  /** The words that were agreed to; empty as long as nobody has. */
  consent: string;
}

/** Where nobody has agreed to anything yet. */
export const NO_TERMS: Terms = { license: OWN, consent: "" };

interface TermsFieldsProps {
  value: Terms;
  onChange: (terms: Terms) => void;
}

/** The consent of who reads, and under which licence the recordings stand; asked once for a dataset. */
export function TermsFields({ value, onChange }: TermsFieldsProps) {
  const { t } = useTranslation();
  const sentence = t("recorder.consent");
  return (
    <>
      <label className="flex cursor-pointer items-start gap-3">
        <input
          type="checkbox"
          required
          data-testid="recorder-consent"
          className="mt-1.5 size-5 shrink-0 accent-accent"
          checked={value.consent !== ""}
          // The very words that were agreed to are kept.
          onChange={({ target }) => onChange({ ...value, consent: target.checked ? sentence : "" })}
        />
        <span className="text-sm">{sentence}</span>
      </label>
      <Field label={t("recorder.license")} hint={t("recorder.licenseNote")}>
        {(control) => (
          <Select
            {...control}
            data-testid="recorder-license"
            value={value.license}
            onChoose={(license) => onChange({ ...value, license })}
            options={[
              { value: OWN, label: t("datasets.licenseOwn") },
              ...OPEN.map((name) => ({ value: name, label: name })),
            ]}
          />
        )}
      </Field>
    </>
  );
}
