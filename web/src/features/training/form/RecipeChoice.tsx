import { AudioLines, Shapes, Zap } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Recipe } from "../api/shapes";
import { RECIPES } from "../recipes";
import { Cards } from "./Cards";
import type { Draft } from "./useDraft";

const ICONS = { voice: AudioLines, classifier: Shapes, vits: Zap };

interface RecipeChoiceProps {
  recipes: readonly Recipe[];
  draft: Draft;
}

/** What kind of network; one that this machine cannot teach says why. */
export function RecipeChoice({ recipes, draft: { recipe, setRecipe } }: RecipeChoiceProps) {
  const { t } = useTranslation();
  const offered = RECIPES.flatMap((name) => recipes.find((item) => item.recipe === name) ?? []);
  return (
    <Cards
      testId="training-recipe"
      label={t("training.recipeLabel")}
      value={recipe.recipe}
      onChoose={setRecipe}
      options={offered.map(({ recipe: name, available, why_not }) => ({
        value: name,
        label: t(`training.recipe.${name}`),
        note: available
          ? t(`training.recipeNote.${name}`)
          : (why_not?.message ?? t(`training.recipeNote.${name}`)),
        icon: ICONS[name],
        disabled: !available,
      }))}
    />
  );
}
