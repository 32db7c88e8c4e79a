import { useState, type SyntheticEvent } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/Button";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { Field } from "@/components/ui/Field";
import { Input } from "@/components/ui/Input";
import { announce } from "@/lib/toasts";
import { useChangeDataset } from "../api/datasets";
import type { Dataset } from "../api/shapes";
import { ConsentBox } from "./ConsentBox";
import { LicenseSelect } from "./LicenseSelect";

/** Gives a dataset another name or licence. */
export function NameForm({ dataset }: { dataset: Dataset }) {
  const { t } = useTranslation();
  const [name, setName] = useState(dataset.name);
  const [license, setLicense] = useState(dataset.metadata.license ?? "");
  const [consent, setConsent] = useState(Boolean(dataset.metadata.consent));
  const change = useChangeDataset(dataset.id);
  const handle = (event: SyntheticEvent) => {
    event.preventDefault();
    change.mutate(
      {
        name: name.trim(),
        license,
        consent: consent ? (dataset.metadata.consent ?? t("datasets.consent")) : "",
      },
      { onSuccess: () => announce(t("datasets.saved")) },
    );
  };
  return (
    <form className="grid gap-4" onSubmit={handle}>
      <Field label={t("datasets.name")}>
        {(control) => (
          <Input
            {...control}
            dir="auto"
            required
            maxLength={200}
            data-testid="dataset-rename"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <LicenseSelect value={license} onChoose={setLicense} />
      <ConsentBox checked={consent} onCheck={setConsent} />
      <Button type="submit" className="justify-self-start" busy={change.isPending}>
        {t("datasets.save")}
      </Button>
      <ErrorMessage error={change.error} />
    </form>
  );
}
