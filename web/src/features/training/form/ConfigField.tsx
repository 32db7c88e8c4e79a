import { useTranslation } from "react-i18next";
import { Field } from "@/components/ui/Field";
import { Input } from "@/components/ui/Input";
import { Select } from "@/components/ui/Select";
import { useFormat } from "@/lib/format";
import type { RecipeField } from "../api/shapes";
import { useChoiceName, useFieldName, useFieldNote } from "./fieldNames";
import type { Fault } from "./fields";

interface ConfigFieldProps {
  field: RecipeField;
  value: string;
  fault: Fault | undefined;
  onWrite: (text: string) => void;
}

/** One thing that a recipe can be told: its name, what it means, what it may be. */
export function ConfigField({ field, value, fault, onWrite }: ConfigFieldProps) {
  const { t } = useTranslation();
  const nameOf = useFieldName();
  const noteOf = useFieldNote();
  const choiceOf = useChoiceName();
  const faultText = useFaultText();
  const { name, type, choices, optional, description } = field;
  return (
    <Field label={nameOf(name)} hint={noteOf(name, description)} error={fault && faultText(fault)}>
      {(control) =>
        type === "choice" ? (
          <Select
            {...control}
            data-testid={`config-${name}`}
            value={value}
            onChoose={onWrite}
            options={(choices ?? []).map((choice) => ({ value: choice, label: choiceOf(choice) }))}
          />
        ) : (
          <Input
            {...control}
            dir="ltr"
            inputMode={type === "integer" ? "numeric" : type === "number" ? "decimal" : "text"}
            data-testid={`config-${name}`}
            placeholder={optional ? t("training.unset") : undefined}
            value={value}
            onChange={(event) => onWrite(event.target.value)}
          />
        )
      }
    </Field>
  );
}

function useFaultText(): (fault: Fault) => string {
  const { t } = useTranslation();
  const format = useFormat();
  // Isolated, a number keeps its place in a sentence of the other direction.
  const text = (number: number) => `\u2068${format.number(number, { maximumSignificantDigits: 6 })}\u2069`;
  return (fault) => {
    if (fault.kind !== "range") return t(`training.fault.${fault.kind}`);
    const { least, most, above, below } = fault;
    if (least === null || most === null) return t("training.fault.range");
    const between = { least: text(least), most: text(most) };
    if (above) return t("training.fault.above", between);
    return t(below ? "training.fault.below" : "training.fault.between", between);
  };
}
