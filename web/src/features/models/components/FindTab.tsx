import { useTranslation } from "react-i18next";
import { isUntouched, type Filters } from "../search";
import { useDeferredTyping } from "@/lib/useDeferredTyping";
import { PersianVoices } from "./PersianVoices";
import { Results } from "./Results";
import { SearchForm } from "./SearchForm";

const PERSIAN_SPEECH: Filters = { task: "text-to-speech" };
const PERSIAN = ["fa"];

interface FindTabProps {
  filters: Filters;
  onChange: (filters: Filters) => void;
}

/** Looks for models on the Hub; before anything is typed, shows Persian voices. */
export function FindTab({ filters, onChange }: FindTabProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useDeferredTyping(filters, onChange);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
      <SearchForm filters={typed} onChange={setTyped} />
      {isUntouched(filters) ? (
        <>
          <PersianVoices title={t("models.recommended")} />
          <Results title={t("models.alsoPersian")} filters={PERSIAN_SPEECH} tags={PERSIAN} />
        </>
      ) : (
        <>
          {filters.q && <PersianVoices title={t("models.matchingVoices")} named={filters.q} />}
          <Results title={t("models.results")} filters={filters} />
        </>
      )}
    </div>
  );
}
