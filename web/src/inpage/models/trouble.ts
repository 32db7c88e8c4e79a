/** Why a model cannot be run or asked; the sentences for people are the page's. */
export type TroubleCode =
  | "notAModel"
  | "fileMissing"
  | "modelBroken"
  | "descriptionBroken"
  | "operatorUnsupported"
  | "runtimeUnavailable"
  | "dtypeUnsupported"
  | "tooLarge"
  | "shapeMismatch"
  | "notNumbers"
  | "soundUnreadable"
  | "soundEmpty"
  | "pictureUnreadable";

export type TroubleData = Readonly<Record<string, string>>;

/** A failure with a stable code; it crosses from the worker to the page as code and data. */
export class ModelTrouble extends Error {
  constructor(
    readonly code: TroubleCode,
    readonly data: TroubleData = {},
  ) {
    super(code);
    this.name = "ModelTrouble";
  }
}

const UNSUPPORTED = [
  /Unknown layer: (\w+)/, // TensorFlow.js layers
  /Unknown op '(\w+)'/, // TensorFlow.js graphs
  /'?(\w+)'? is not supported/,
  /Kernel '(\w+)' not registered/,
  /No Op registered for (\w+)/, // ONNX Runtime
  /Could not find an implementation for ([\w.]+)/,
  /([\w.]+:\w+)\(-?\d+\) is not a registered function/,
];
const UNAVAILABLE = /no available backend|backend .* not (found|available)/i;
const MEMORY = /out of memory|bad_alloc|allocation failed|could not allocate|Invalid typed array length/i;

/** What the words of a runtime mean. */
export function troubleOf(error: unknown, otherwise: TroubleCode = "modelBroken"): ModelTrouble {
  if (error instanceof ModelTrouble) return error;
  const words = error instanceof Error ? error.message : String(error);
  if (MEMORY.test(words)) return new ModelTrouble("tooLarge");
  if (UNAVAILABLE.test(words)) return new ModelTrouble("runtimeUnavailable");
  for (const pattern of UNSUPPORTED) {
    const operator = pattern.exec(words)?.[1];
    if (operator !== undefined) return new ModelTrouble("operatorUnsupported", { operator });
  }
  return new ModelTrouble(otherwise, { reason: words.slice(0, 300) });
}
