import { useNavigate } from "@tanstack/react-router";
import { GraduationCap } from "lucide-react";
import type { SyntheticEvent } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/Button";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { Field } from "@/components/ui/Field";
import { Input } from "@/components/ui/Input";
import type { Dataset } from "../api/datasets";
import { useVerdict } from "../api/recipes";
import type { Recipes } from "../api/shapes";
import { useStartTraining } from "../api/trainings";
import { ConfigFields } from "./ConfigFields";
import { DatasetChoice } from "./DatasetChoice";
import { Doctor } from "./Doctor";
import { PresetChoice } from "./PresetChoice";
import { RecipeChoice } from "./RecipeChoice";
import { useDraft, type Asked } from "./useDraft";
import { useSettled } from "./useSettled";

interface TrainingFormProps {
  recipes: Recipes;
  datasets: readonly Dataset[];
  asked: Asked;
}

const LONGEST_NAME = 100;

/** What is to be taught, on what, and how; the doctor answers while one chooses. */
export function TrainingForm({ recipes, datasets, asked }: TrainingFormProps) {
  const { t } = useTranslation();
  const draft = useDraft(recipes, datasets, asked);
  const settled = useSettled(draft.wish);
  const verdict = useVerdict(draft.recipe.available ? settled : null);
  const { begin, starting } = useBegin();
  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (draft.wish) begin(draft.wish);
    else showFault(event.currentTarget);
  };
  const refused = verdict.data?.ok === false && !verdict.isPlaceholderData;
  return (
    <form noValidate className="grid grid-cols-[minmax(0,1fr)] gap-6" onSubmit={submit}>
      <DatasetChoice datasets={datasets} draft={draft} />
      <RecipeChoice recipes={recipes.items} draft={draft} />
      <PresetChoice draft={draft} />
      <Field label={t("training.name")} hint={t("training.nameHint")}>
        {(control) => (
          <Input
            {...control}
            dir="auto"
            maxLength={LONGEST_NAME}
            data-testid="training-name"
            placeholder={draft.dataset?.name}
            value={draft.name}
            onChange={(event) => draft.setName(event.target.value)}
          />
        )}
      </Field>
      <ConfigFields draft={draft} />
      <Doctor verdict={verdict} asked={settled !== null} waiting={draft.wish !== settled} />
      <div className="grid justify-items-start gap-3">
        <Button
          type="submit"
          look="primary"
          size="large"
          data-testid="training-start"
          busy={starting.isPending}
          disabled={!draft.recipe.available || refused}
        >
          <GraduationCap aria-hidden className="size-6" />
          {t("training.start")}
        </Button>
        <ErrorMessage className="w-full" error={starting.error} />
      </div>
    </form>
  );
}

/** Goes to the first field that is wrong, which may be folded away. */
function showFault(form: HTMLFormElement): void {
  const field = form.querySelector<HTMLElement>("[aria-invalid=true]");
  field?.closest("details")?.setAttribute("open", "");
  field?.focus();
}

/** Begins a training and goes to its page. */
function useBegin() {
  const navigate = useNavigate();
  const starting = useStartTraining();
  const begin = (wish: Parameters<typeof starting.mutate>[0]) =>
    starting.mutate(wish, {
      onSuccess: ({ id }) => void navigate({ to: "/training/$id", params: { id } }),
    });
  return { begin, starting };
}
