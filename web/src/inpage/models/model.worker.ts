import { picture, pictureShape } from "./features/picture";
import { vector } from "./features/vector";
import { memoryBytes, watchMemories } from "./memories";
import type { Asked, Told } from "./messages";
import type { ModelFiles, Runtime } from "./runtimes/runtime";
import { ModelTrouble, troubleOf } from "./trouble";
import type { Answer, Example, Kind, Memory, ModelCard, Tensor, TensorSpec } from "./types";

// One worker holds one model; what it takes goes with it.
watchMemories();
let runtime: Runtime | null = null;

self.addEventListener("message", ({ data }: MessageEvent<Asked>) => {
  void answer(data).then((told) => self.postMessage(told));
});

async function answer(asked: Asked): Promise<Told> {
  try {
    return { id: asked.id, value: await done(asked) };
  } catch (error) {
    const { code, data } = troubleOf(error);
    return { id: asked.id, trouble: { code, data } };
  }
}

function done(asked: Asked): Promise<ModelCard | Answer | Memory> {
  switch (asked.what) {
    case "open":
      return open(asked.kind, asked.files);
    case "run":
      return run(asked.example);
    case "memory":
      return Promise.resolve(memory());
    case "close":
      return close();
  }
}

async function open(kind: Kind, files: ModelFiles): Promise<ModelCard> {
  if (kind === "onnx") runtime = await (await import("./runtimes/onnx")).openOnnx(files);
  else runtime = await (await import("./runtimes/tensorflow")).openTensorflow(kind, files);
  const shards = [...files.shards.values()].reduce((bytes, shard) => bytes + shard.byteLength, 0);
  return { ...runtime.card, kind, bytes: files.main.byteLength + shards };
}

async function run(example: Example): Promise<Answer> {
  const asked = opened();
  const { card } = asked;
  const began = performance.now();
  const tensors = await tensorsOf(example, card.inputs);
  card.inputs.forEach((spec, n) => check(spec, tensors[n]));
  const ready = performance.now();
  const outputs = await asked.run(tensors);
  const featuresMs = ready - began;
  return { outputs, featuresMs, predictionMs: performance.now() - ready, memory: memory() };
}

async function tensorsOf(example: Example, inputs: readonly TensorSpec[]): Promise<readonly Tensor[]> {
  if (example.kind === "tensors") return example.tensors;
  if (example.kind !== "picture") return [vector(example)];
  const shape = inputs[0] && pictureShape(inputs[0]);
  if (!shape) throw new ModelTrouble("shapeMismatch", mismatch(inputs[0], null));
  return [await picture(example.picture, shape, example, example.scaling)];
}

/** Throws `shapeMismatch` unless `given` is as `spec` wants it. */
function check(spec: TensorSpec, given: Tensor | undefined): void {
  const sides = given?.shape ?? [];
  const known = spec.shape.length > 0 || spec.dtype === "sequence";
  const fits =
    sides.length === spec.shape.length && spec.shape.every((side, n) => (side ?? sides[n]) === sides[n]);
  const whole = given?.values.length === sides.reduce((product, side) => product * side, 1);
  if (!given || !whole || (known && !fits)) throw new ModelTrouble("shapeMismatch", mismatch(spec, given));
}

function mismatch(spec: TensorSpec | undefined, given: Tensor | null | undefined) {
  const written = (shape: readonly (number | null)[]) => shape.map((side) => side ?? "?").join(" × ") || "–";
  return { wanted: written(spec?.shape ?? []), given: written(given?.shape ?? []), name: spec?.name ?? "" };
}

function memory(): Memory {
  const held = runtime?.tensors();
  return { tensors: held?.count ?? null, tensorBytes: held?.bytes ?? null, wasmBytes: memoryBytes() };
}

async function close(): Promise<Memory> {
  await runtime?.close();
  return memory();
}

function opened(): Runtime {
  if (!runtime) throw new ModelTrouble("modelBroken");
  return runtime;
}
