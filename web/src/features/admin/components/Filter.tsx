import { useTranslation } from "react-i18next";
import { Field } from "@/components/ui/Field";
import { Select } from "@/components/ui/Select";

interface FilterProps<Value extends string> {
  label: string;
  value: Value | undefined;
  values: readonly Value[];
  /** What a value is called. */
  name: (value: Value) => string;
  onChoose: (value: Value | undefined) => void;
}

/** Shows all of a list, or what is of one sort. */
export function Filter<Value extends string>({ label, value, values, name, onChoose }: FilterProps<Value>) {
  const { t } = useTranslation();
  const options = values.map((each) => ({ value: each, label: name(each) }));
  return (
    <Field label={label}>
      {(control) => (
        <Select
          {...control}
          value={value ?? ""}
          options={[{ value: "", label: t("admin.all") }, ...options]}
          onChoose={(chosen) => onChoose(values.find((each) => each === chosen))}
        />
      )}
    </Field>
  );
}
