import { Search } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Field } from "@/components/ui/Field";
import { Input } from "@/components/ui/Input";
import { Select } from "@/components/ui/Select";
import { useFormat } from "@/lib/format";
import { SHOWN, SORTS, type View } from "../address";
import { useProblemName } from "../problemNames";

const ANY = "";

interface RecordFiltersProps {
  view: View;
  /** How many records have each problem. */
  problems: Record<string, number>;
  onLook: (view: View) => void;
}

/** What one looks for among the records, and in which order. */
export function RecordFilters({ view, problems, onLook }: RecordFiltersProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useProblemName();
  const look = (more: View) => onLook({ ...view, ...more });
  const codes = [...new Set([...Object.keys(problems), ...(view.problem ? [view.problem] : [])])];
  return (
    <search className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <label className="relative">
        <span className="sr-only">{t("datasets.search")}</span>
        <Search aria-hidden className="absolute inset-y-0 start-3.5 my-auto size-5 text-ink-soft" />
        <Input
          type="search"
          dir="auto"
          className="ps-11"
          data-testid="record-search"
          placeholder={t("datasets.search")}
          value={view.q ?? ""}
          onChange={(event) => look({ q: event.target.value })}
        />
      </label>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3 sm:grid-cols-3">
        <Field label={t("datasets.problemLabel")}>
          {(control) => (
            <Select
              {...control}
              data-testid="record-problem"
              value={view.problem ?? ANY}
              onChoose={(problem) => look({ problem: problem || undefined })}
              options={[
                { value: ANY, label: t("datasets.problemAny") },
                ...codes.map((code) => ({
                  value: code,
                  label: `${nameOf(code)} (${format.number(problems[code] ?? 0)})`,
                })),
              ]}
            />
          )}
        </Field>
        <Field label={t("datasets.sortLabel")}>
          {(control) => (
            <Select
              {...control}
              data-testid="record-sort"
              value={view.sort ?? SORTS[0]}
              onChoose={(chosen) => look({ sort: SORTS.find((sort) => sort === chosen) })}
              options={SORTS.map((sort) => ({ value: sort, label: t(`datasets.sort.${sort}`) }))}
            />
          )}
        </Field>
        <Field label={t("datasets.shownLabel")}>
          {(control) => (
            <Select
              {...control}
              data-testid="record-shown"
              value={view.shown ?? ANY}
              onChoose={(chosen) => look({ shown: SHOWN.find((shown) => shown === chosen) })}
              options={[
                { value: ANY, label: t("datasets.shownAll") },
                ...SHOWN.map((shown) => ({ value: shown, label: t(`datasets.shown.${shown}`) })),
              ]}
            />
          )}
        </Field>
      </div>
    </search>
  );
}
