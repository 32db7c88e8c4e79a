import { useTranslation } from "react-i18next";
import { Disclosure } from "@/components/ui/Disclosure";
import { Field } from "@/components/ui/Field";
import { controlLook, Input } from "@/components/ui/Input";
import { Select } from "@/components/ui/Select";
import { ConsentBox } from "./ConsentBox";
import { LicenseSelect } from "./LicenseSelect";

/** What a person says of a dataset before it is sent; nothing of it is needed. */
export interface Said {
  name: string;
  type: string;
  license: string;
  consent: boolean;
  script: string;
}

/** Where nobody has said anything. */
export const SAID_NOTHING: Said = { name: "", type: "", license: "", consent: false, script: "" };

const KINDS = ["audio", "text", "csv"] as const;

interface UploadFieldsProps {
  said: Said;
  onSay: (said: Said) => void;
}

/** What can be said of a dataset before it is sent. */
export function UploadFields({ said, onSay }: UploadFieldsProps) {
  const { t } = useTranslation();
  const say = (more: Partial<Said>) => onSay({ ...said, ...more });
  return (
    <>
      <Field label={t("datasets.name")} hint={t("datasets.nameHint")}>
        {(control) => (
          <Input
            {...control}
            dir="auto"
            maxLength={200}
            data-testid="dataset-name"
            value={said.name}
            onChange={(event) => say({ name: event.target.value })}
          />
        )}
      </Field>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 sm:grid-cols-2">
        <Field label={t("datasets.type")}>
          {(control) => (
            <Select
              {...control}
              data-testid="dataset-type"
              value={said.type}
              onChoose={(type) => say({ type })}
              options={[
                { value: "", label: t("datasets.typeGuess") },
                ...KINDS.map((value) => ({ value, label: t(`datasets.kind.${value}`) })),
              ]}
            />
          )}
        </Field>
        <LicenseSelect value={said.license} onChoose={(license) => say({ license })} />
      </div>
      <ConsentBox checked={said.consent} onCheck={(consent) => say({ consent })} />
      <Disclosure summary={t("datasets.script")}>
        <Field label={t("datasets.script")} hint={t("datasets.scriptNote")}>
          {(control) => (
            <textarea
              {...control}
              dir="auto"
              rows={4}
              data-testid="dataset-script"
              className={`${controlLook} py-2`}
              value={said.script}
              onChange={(event) => say({ script: event.target.value })}
            />
          )}
        </Field>
      </Disclosure>
    </>
  );
}
