import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Field } from "@/components/ui/Field";
import { Input } from "@/components/ui/Input";
import type { ColumnFeatures, Description } from "@/inpage/models/description";
import type { Run } from "../useRun";
import { RunButton } from "./RunButton";

interface RowInputProps {
  description: Description;
  features: ColumnFeatures;
  busy: boolean;
  onRun: Run;
}

/** A field for each column that the classifier looks at. */
export function RowInput({ description, features, busy, onRun }: RowInputProps) {
  const { t } = useTranslation();
  const [cells, setCells] = useState<Record<string, string>>({});
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        onRun(() => ({ kind: "row", cells, description }));
      }}
    >
      <p className="text-sm text-ink-soft">{t("try.rowNote")}</p>
      <div className="grid gap-4 sm:grid-cols-2">
        {features.columns.map((column) => (
          <Field key={column} label={<bdi>{column}</bdi>}>
            {(control) => (
              <Input
                {...control}
                dir="auto"
                inputMode="decimal"
                autoComplete="off"
                data-testid="try-cell"
                value={cells[column] ?? ""}
                onChange={({ target }) => setCells({ ...cells, [column]: target.value })}
              />
            )}
          </Field>
        ))}
      </div>
      <RunButton busy={busy} />
    </form>
  );
}
