import type { ModelFiles } from "./runtimes/runtime";
import type { TroubleCode, TroubleData } from "./trouble";
import type { Answer, Example, Kind, Memory, ModelCard } from "./types";

/** What can be asked of a worker that holds a model. */
export type Question =
  | { what: "open"; kind: Kind; files: ModelFiles }
  | { what: "run"; example: Example }
  | { what: "memory" }
  | { what: "close" };

/** A question and its number. */
export type Asked = Question & { id: number };

/** The answer to the question of the same number. */
export type Told =
  | { id: number; value: ModelCard | Answer | Memory }
  | { id: number; trouble: { code: TroubleCode; data: TroubleData } };
