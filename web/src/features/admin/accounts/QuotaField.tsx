import { useTranslation } from "react-i18next";
import { Field } from "@/components/ui/Field";
import { Input } from "@/components/ui/Input";
import { useFormat } from "@/lib/format";
import type { Quota } from "../api/quotas";
import { readNumber, type QuotaPart } from "./quotas";

interface QuotaFieldProps {
  each: QuotaPart;
  quota: Quota;
  value: number | null;
  onChange: (value: number | null) => void;
}

/** One quota: a number, or nothing for what the settings say; under it how much is used, and of how much. */
export function QuotaField({ each, quota, value, onChange }: QuotaFieldProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const limit = quota.effective[each.name];
  const used = format.number(quota.used[each.used], { maximumFractionDigits: 1 });
  const hint =
    limit === null
      ? t("admin.quota.usedUnlimited", { used })
      : t("admin.quota.used", { used, limit: format.number(limit) });
  return (
    <Field label={t(`admin.quota.${each.name}`)} hint={hint}>
      {(control) => (
        <Input
          {...control}
          type="number"
          dir="ltr"
          min={0}
          step={1}
          placeholder={t("admin.quota.usual")}
          value={value ?? ""}
          onChange={(event) => onChange(readNumber(event.target.value))}
        />
      )}
    </Field>
  );
}
