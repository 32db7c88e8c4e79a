import type { RecipeName } from "./api/shapes";

/** Every recipe, in the order it is offered in. */
export const RECIPES = ["voice", "classifier", "vits"] as const satisfies readonly RecipeName[];

/** Whether something names a recipe. */
export function isRecipeName(value: unknown): value is RecipeName {
  return RECIPES.some((name) => name === value);
}
