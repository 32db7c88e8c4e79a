import { useTranslation } from "react-i18next";
import { Disclosure } from "@/components/ui/Disclosure";
import { ConfigField } from "./ConfigField";
import type { Draft } from "./useDraft";

/** Everything that a recipe can be told, for those who want to tell it. */
export function ConfigFields({ draft: { recipe, written, faults, write } }: { draft: Draft }) {
  const { t } = useTranslation();
  return (
    <div data-testid="training-config">
      <Disclosure summary={t("training.config")}>
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 sm:grid-cols-2">
          {recipe.fields.map((field) => (
            <ConfigField
              key={`${recipe.recipe} ${field.name}`}
              field={field}
              value={written[field.name] ?? ""}
              fault={faults[field.name]}
              onWrite={(text) => write(field.name, text)}
            />
          ))}
        </div>
      </Disclosure>
    </div>
  );
}
