import { useState } from "react";
import type { Dataset } from "../api/datasets";
import type { Preset, Recipe, RecipeName, Recipes, Wish } from "../api/shapes";
import { configOf, faultsOf, isAs, writtenOf, type Written } from "./fields";

/** What the form begins with, where the address says so. */
export interface Asked {
  dataset: string | undefined;
  recipe: RecipeName | undefined;
}

const NOTHING: Recipe = {
  recipe: "voice",
  available: false,
  why_not: null,
  fields: [],
  presets: [],
};

/** A training as it is being thought out: dataset, recipe, name and config, and what of it cannot be. */
export function useDraft({ items }: Recipes, datasets: readonly Dataset[], asked: Asked) {
  const [datasetId, setDatasetId] = useState(
    () => (datasets.find(({ id }) => id === asked.dataset) ?? datasets[0])?.id ?? "",
  );
  const dataset = datasets.find(({ id }) => id === datasetId);
  const [chosen, setRecipe] = useState<RecipeName | undefined>(asked.recipe);
  const recipe = items.find((item) => item.recipe === (chosen ?? usual(dataset))) ?? items[0] ?? NOTHING;
  const [configs, setConfigs] = useState<Partial<Record<RecipeName, Written>>>({});
  const [name, setName] = useState("");
  const written = configs[recipe.recipe] ?? writtenOf(recipe.fields, recipe.presets[0]?.config ?? {});
  const faults = faultsOf(recipe.fields, written);
  const write = (next: Written) => setConfigs((known) => ({ ...known, [recipe.recipe]: next }));
  const wish: Wish | null =
    dataset === undefined || Object.keys(faults).length > 0
      ? null
      : {
          recipe: recipe.recipe,
          dataset_id: dataset.id,
          config: configOf(recipe.fields, written),
          ...(name.trim() !== "" && { name: name.trim() }),
        };
  return {
    dataset,
    recipe,
    name,
    written,
    faults,
    wish,
    preset: recipe.presets.find(({ config }) => isAs(recipe.fields, written, config)),
    choosePreset: ({ config }: Preset) => write(writtenOf(recipe.fields, config)),
    write: (field: string, text: string) => write({ ...written, [field]: text }),
    setDatasetId,
    setRecipe,
    setName,
  };
}

/** A training that is being thought out. */
export type Draft = ReturnType<typeof useDraft>;

/** Recordings teach a voice; texts and numbers, what they are labelled with. */
function usual(dataset: Dataset | undefined): RecipeName {
  return dataset === undefined || dataset.type === "audio" ? "voice" : "classifier";
}
