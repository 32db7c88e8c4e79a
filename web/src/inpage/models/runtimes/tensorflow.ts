import * as tf from "@tensorflow/tfjs-core";
import { ModelTrouble } from "../trouble";
import type { Kind, Tensor, TensorSpec } from "../types";
import type { ModelFiles, Runtime } from "./runtime";

/** Models of at least so many bytes of weights compute in WebAssembly; for smaller ones it would load for nothing. */
const HEAVY_BYTES = 2_000_000;
const DTYPES = ["float32", "int32", "bool"];

/** What layers models and graph models have in common. */
interface Loaded {
  inputs: readonly TensorSpec[];
  outputs: readonly TensorSpec[];
  predict: (inputs: readonly tf.Tensor[]) => Promise<readonly tf.Tensor[]>;
  dispose: () => void;
}

/** Loads a model of TensorFlow.js. */
export async function openTensorflow(kind: Exclude<Kind, "onnx">, files: ModelFiles): Promise<Runtime> {
  const artifacts = artifactsOf(files);
  const weights = artifacts.weightData as ArrayBuffer;
  await chooseBackend(weights.byteLength < HEAVY_BYTES ? "cpu" : "wasm");
  const model = await (kind === "layers" ? openLayers(artifacts) : openGraph(artifacts));
  return {
    get card() {
      return { inputs: model.inputs, outputs: model.outputs, backend: tf.getBackend() };
    },
    run: (tensors) => run(model, tensors),
    tensors: () => {
      const { numTensors, numBytes } = tf.memory();
      return { count: numTensors, bytes: numBytes };
    },
    close: () => {
      model.dispose();
      return Promise.resolve();
    },
  };
}

async function chooseBackend(name: "cpu" | "wasm"): Promise<void> {
  if (name === "cpu") await import("@tensorflow/tfjs-backend-cpu");
  else {
    const [{ setWasmPaths }, { default: wasmUrl }] = await Promise.all([
      import("@tensorflow/tfjs-backend-wasm"),
      import("@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm-simd.wasm?url"),
    ]);
    // its threads would be made of text, and one thread is enough here
    tf.env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
    // it wants to know all its builds; of these it takes the one with SIMD
    const builds = ["", "-simd", "-threaded-simd"] as const;
    setWasmPaths(Object.fromEntries(builds.map((build) => [`tfjs-backend-wasm${build}.wasm`, wasmUrl])));
  }
  await tf.setBackend(name);
  await tf.ready();
}

async function openLayers(artifacts: tf.io.ModelArtifacts): Promise<Loaded> {
  const { loadLayersModel } = await import("@tensorflow/tfjs-layers");
  const model = await loadLayersModel(tf.io.fromMemory(artifacts));
  const spec = ({ name, dtype, shape }: { name: string; dtype: string; shape: (number | null)[] }) => ({
    name,
    dtype,
    shape: shape.map((side) => side ?? null),
  });
  return {
    inputs: model.inputs.map(spec),
    outputs: model.outputs.map(spec),
    predict: (inputs) => {
      const made = model.predictOnBatch(inputs.length === 1 ? inputs[0]! : [...inputs]);
      return Promise.resolve(Array.isArray(made) ? made : [made]);
    },
    dispose: () => void model.dispose(),
  };
}

async function openGraph(artifacts: tf.io.ModelArtifacts): Promise<Loaded> {
  const { loadGraphModel } = await import("@tensorflow/tfjs-converter");
  const model = await loadGraphModel(tf.io.fromMemory(artifacts));
  const spec = ({ name, dtype, shape }: { name: string; dtype: string; shape?: number[] }) => ({
    name,
    dtype,
    shape: (shape ?? []).map((side) => (side > 0 ? side : null)),
  });
  const listed = (made: tf.Tensor | tf.Tensor[]) => (Array.isArray(made) ? made : [made]);
  return {
    inputs: model.inputs.map(spec),
    outputs: model.outputs.map(spec),
    predict: async (inputs) => {
      const named = Object.fromEntries(model.inputs.map(({ name }, n) => [name, inputs[n]!]));
      try {
        return listed(model.execute(named, model.outputNodes));
      } catch (error) {
        // loops and branches cannot be run at once
        if (!(error instanceof Error && error.message.includes("executeAsync"))) throw error;
        return listed(await model.executeAsync(named, model.outputNodes));
      }
    },
    dispose: () => {
      model.dispose();
    },
  };
}

async function run(model: Loaded, tensors: readonly Tensor[]) {
  try {
    return await attempt(model, tensors);
  } catch (error) {
    // WebAssembly knows fewer operators; what the processor's own backend lacks, too, is told by its error
    if (tf.getBackend() !== "wasm" || !String(error).includes("not registered")) throw error;
    await chooseBackend("cpu");
    return await attempt(model, tensors);
  }
}

async function attempt({ inputs, outputs, predict }: Loaded, tensors: readonly Tensor[]) {
  tf.engine().startScope();
  try {
    const made = await predict(inputs.map((spec, n) => tensorOf(spec, tensors[n]!)));
    return await Promise.all(
      made.map(async (tensor, n) => ({
        name: outputs[n]?.name ?? String(n),
        shape: [...tensor.shape],
        values: Float64Array.from(await tensor.data<"float32">()),
      })),
    );
  } finally {
    tf.engine().endScope();
  }
}

function tensorOf({ dtype, name }: TensorSpec, { shape, values }: Tensor): tf.Tensor {
  if (!DTYPES.includes(dtype)) throw new ModelTrouble("dtypeUnsupported", { dtype, name });
  const typed = dtype === "float32" ? Float32Array.from(values) : Int32Array.from(values);
  return tf.tensor(dtype === "bool" ? Uint8Array.from(values) : typed, [...shape], dtype as "float32");
}

/** What the loaders want, made of `model.json` and its shards in their order. */
function artifactsOf({ main, shards }: ModelFiles): tf.io.ModelArtifacts {
  const model = JSON.parse(new TextDecoder().decode(main)) as tf.io.ModelJSON;
  const names = model.weightsManifest.flatMap(({ paths }) => paths);
  const weights = tf.io.CompositeArrayBuffer.join(names.map((name) => shards.get(name)!));
  return tf.io.getModelArtifactsForJSONSync(model, tf.io.getWeightSpecs(model.weightsManifest), weights);
}
