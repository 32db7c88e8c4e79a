import { useTranslation } from "react-i18next";
import { useFormat } from "@/lib/format";
import { useChoiceName } from "./fieldNames";

/** Writes a value of a config for people. */
export function useConfigText(): (value: unknown) => string {
  const { t } = useTranslation();
  const format = useFormat();
  const choiceOf = useChoiceName();
  const one = (value: unknown) =>
    typeof value === "number"
      ? format.number(value, { maximumSignificantDigits: 6 })
      : choiceOf(String(value));
  return (value) => {
    if (value === null || value === undefined) return t("training.unset");
    return Array.isArray(value) ? value.map(one).join(t("training.comma")) : one(value);
  };
}
