import { shapeOf, type Features } from "../description";
import { ModelTrouble } from "../trouble";
import type { Example, Tensor } from "../types";
import { characters } from "./characters";
import { mel } from "./mel";
import { row } from "./numbers";

type Described = Extract<Example, { description: unknown }>;

/** What a network sees of an example, as in training: `engines/classifier` on the server. */
export function vector(example: Described): Tensor {
  const { features } = example.description;
  return { shape: [1, ...shapeOf(features)], values: scaled(measured(example, features), features) };
}

function measured(example: Described, features: Features): Float32Array | Float64Array {
  switch (features.kind) {
    case "mel_statistics":
    case "mel_frames":
      if (example.kind !== "sound") break;
      if (example.samples.length === 0) throw new ModelTrouble("soundEmpty");
      return mel(example.samples, example.sampleRateHz, features);
    case "character_runs":
    case "character_sequence":
      if (example.kind === "text") return characters(example.text, features);
      break;
    case "numbers":
      if (example.kind === "row") return row(example.cells, features.columns);
  }
  throw new ModelTrouble("descriptionBroken", { file: "classifier.json" });
}

/** Less their mean, by their deviation; 0 where there is nothing. Rounded to single precision where the server does. */
function scaled(values: Float32Array | Float64Array, features: Features): Float32Array {
  if (!("mean" in features)) return Float32Array.from(values);
  const { mean, deviation } = features;
  return Float32Array.from(values, (value, n) => {
    const column = n % mean.length;
    return Number.isNaN(value) ? 0 : (Math.fround(value) - mean[column]!) / deviation[column]!;
  });
}
