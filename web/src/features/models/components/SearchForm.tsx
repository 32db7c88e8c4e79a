import { Search } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Field } from "@/components/ui/Field";
import { Input } from "@/components/ui/Input";
import { Select } from "@/components/ui/Select";
import { Switch } from "@/components/ui/Switch";
import { SORTS, TASKS, type Filters } from "../search";

const ANY = "";

interface SearchFormProps {
  filters: Filters;
  onChange: (filters: Filters) => void;
}

/** What one looks for; there is no button, the answer follows the typing. */
export function SearchForm({ filters, onChange }: SearchFormProps) {
  const { t } = useTranslation();
  const set = (change: Filters) => onChange({ ...filters, ...change });
  return (
    <search className="grid gap-4">
      <div className="relative">
        <Search aria-hidden className="absolute inset-y-0 start-4 my-auto size-5 text-ink-soft" />
        <Input
          type="search"
          data-testid="model-search"
          className="min-h-13 ps-12 text-lg"
          aria-label={t("models.search")}
          placeholder={t("models.placeholder")}
          autoComplete="off"
          spellCheck={false}
          value={filters.q ?? ""}
          onChange={({ target }) => set({ q: target.value || undefined })}
        />
      </div>
      <div className="grid grid-cols-2 items-end gap-3 lg:grid-cols-[1fr_1fr_1fr_auto]">
        <Field label={t("models.taskLabel")}>
          {(control) => (
            <Select
              {...control}
              data-testid="model-task"
              value={filters.task ?? ANY}
              onChoose={(task) => set({ task: TASKS.find((known) => known === task) })}
              options={[
                { value: ANY, label: t("models.taskAny") },
                ...TASKS.map((task) => ({ value: task, label: t(`models.task.${task}`) })),
              ]}
            />
          )}
        </Field>
        <Field label={t("models.sortLabel")}>
          {(control) => (
            <Select
              {...control}
              data-testid="model-sort"
              value={filters.sort ?? SORTS[0]}
              onChoose={(sort) => set({ sort: SORTS.slice(1).find((known) => known === sort) })}
              options={SORTS.map((sort) => ({ value: sort, label: t(`models.sort.${sort}`) }))}
            />
          )}
        </Field>
        <Field label={t("models.author")}>
          {(control) => (
            <Input
              {...control}
              data-testid="model-author"
              dir="auto"
              autoComplete="off"
              spellCheck={false}
              value={filters.author ?? ""}
              onChange={({ target }) => set({ author: target.value.trim() || undefined })}
            />
          )}
        </Field>
        <div className="flex min-h-11 items-center">
          <Switch
            label={t("models.runsOnly")}
            checked={filters.runs === true}
            onSwitch={(on) => set({ runs: on || undefined })}
          />
        </div>
      </div>
    </search>
  );
}
