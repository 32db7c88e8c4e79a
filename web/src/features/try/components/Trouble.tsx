import { useTranslation } from "react-i18next";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { ModelTrouble } from "@/inpage/models/trouble";
import { Problem } from "@/lib/problem";

// Each sentence takes the words it has places for.
const NOTHING = { name: "", file: "", operator: "", dtype: "", wanted: "", given: "" };

/** Says why a model cannot be run or asked. */
export function Trouble({ error }: { error: unknown }) {
  const { t } = useTranslation();
  if (!(error instanceof ModelTrouble)) return <ErrorMessage error={error} />;
  const detail = t(`try.trouble.${error.code}`, { ...NOTHING, ...error.data });
  return <ErrorMessage error={new Problem({ status: 0, code: error.code, detail })} />;
}
