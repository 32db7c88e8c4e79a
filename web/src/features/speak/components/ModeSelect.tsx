import { useTranslation } from "react-i18next";
import { Field } from "@/components/ui/Field";
import { Select } from "@/components/ui/Select";
import { MODES, type Mode } from "@/lib/speech";

/** Whether formal Persian is read as it is written or as Tehran speaks. */
export function ModeSelect({ value, onChoose }: { value: Mode; onChoose: (mode: Mode) => void }) {
  const { t } = useTranslation();
  return (
    <Field label={t("speak.mode")} hint={t(`speak.modeNote.${value}`)}>
      {(control) => (
        <Select
          {...control}
          data-testid="speak-mode"
          options={MODES.map((mode) => ({ value: mode, label: t(`speak.modeName.${mode}`) }))}
          value={value}
          onChoose={(mode) => {
            onChoose(mode as Mode);
          }}
        />
      )}
    </Field>
  );
}
