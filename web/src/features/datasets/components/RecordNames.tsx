import { useState, type SyntheticEvent } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/Button";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { Field } from "@/components/ui/Field";
import { Input } from "@/components/ui/Input";
import { useChangeRecord } from "../api/records";
import type { Dataset, DatasetRecord } from "../api/shapes";

const NAMES = ["speaker", "label"] as const;

/** Who speaks in a record, and what it is labelled. */
export function RecordNames({ dataset, record }: { dataset: Dataset; record: DatasetRecord }) {
  const { t } = useTranslation();
  const change = useChangeRecord(dataset.id);
  const [written, setWritten] = useState({ speaker: record.speaker ?? "", label: record.label ?? "" });
  const handle = (event: SyntheticEvent) => {
    event.preventDefault();
    change.mutate({ n: record.n, ...written });
  };
  return (
    <form className="flex flex-wrap items-end gap-3" onSubmit={handle}>
      {NAMES.map((name) => (
        <div key={name} className="min-w-36 grow sm:max-w-60">
          <Field label={t(`datasets.field.${name}`)}>
            {(control) => (
              <Input
                {...control}
                dir="auto"
                maxLength={200}
                data-testid={`record-${name}`}
                value={written[name]}
                onChange={(event) => setWritten({ ...written, [name]: event.target.value })}
              />
            )}
          </Field>
        </div>
      ))}
      <Button type="submit" busy={change.isPending}>
        {t("datasets.save")}
      </Button>
      <ErrorMessage className="w-full" error={change.error} />
    </form>
  );
}
