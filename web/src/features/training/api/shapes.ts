import type { components } from "@/client/schema";

type Schemas = components["schemas"];

/** A training of the person who is logged in, and how far it is. */
export type Training = Schemas["TrainingOut"];

/** Which network is taught. */
export type RecipeName = Training["recipe"];

/** What a step came to, by name: `loss`, `learning_rate` and `steps_per_s`, and what else a recipe tells. */
export type Metrics = Training["metrics"];

/** What a training is told. */
export type Config = Training["config"];

/** What is asked for when a training begins. */
export type Wish = Schemas["NewTraining"] & { config: Config };

/** A reason: its stable code, and a sentence that says it. */
export type Told = Schemas["Told"];

/** What can be taught here. */
export type Recipes = Schemas["Recipes"];

/** A kind of network, and what it can be told. */
export type Recipe = Schemas["RecipeOut"];

/** One thing that a recipe can be told. */
export type RecipeField = Schemas["FieldOut"];

/** A config that is good for something. */
export type Preset = Schemas["PresetOut"];

/** What the doctor says before a training begins. */
export type Verdict = Schemas["Needed"];

/** What a training came to at a step. */
export type Row = Schemas["MetricsOut"];

/** A saved state. */
export type Checkpoint = Schemas["CheckpointOut"];

/** Something to hear or to look at, made on the way. */
export type Sample = Schemas["SampleOut"];

/** What is to be heard next, and how all have done so far. */
export type Listening = Schemas["Listening"];

/** Two clips of one sentence; which is whose is not told. */
export type Pair = Schemas["PairOut"];

/** How a checkpoint has done against the others. */
export type Standing = Schemas["Standing"];

/** Which of a pair is better. */
export type Vote = Schemas["Vote"];
