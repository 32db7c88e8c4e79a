import { isRecipeName } from "./recipes";
import type { RecipeName } from "./api/shapes";

/** What the address of the Training page may choose beforehand. */
export interface TrainingsAddress {
  dataset?: string | undefined;
  recipe?: RecipeName | undefined;
}

/** Which trainings are compared. */
export interface ComparedAddress {
  ids: string[];
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const MOST = 6;

/** Reads the address of the Training page, which anybody may have written. */
export function readTrainings({ dataset, recipe }: Record<string, unknown>): TrainingsAddress {
  return {
    dataset: isId(dataset) ? dataset : undefined,
    recipe: isRecipeName(recipe) ? recipe : undefined,
  };
}

/** Reads which trainings an address compares: each once, and no more than curves that can be told apart. */
export function readCompared({ ids }: Record<string, unknown>): ComparedAddress {
  return { ids: [...new Set(Array.isArray(ids) ? ids.filter(isId) : [])].slice(0, MOST) };
}

function isId(value: unknown): value is string {
  return typeof value === "string" && UUID.test(value);
}
