import type { Fetched } from "../types";
import type { Description } from "./description";

/** What runs a model. */
export type Kind = "layers" | "graph" | "onnx";

/** A tensor that goes into a model or comes out of it; null stands for a side of any length. */
export interface TensorSpec {
  name: string;
  dtype: string;
  shape: readonly (number | null)[];
}

/** Numbers of one shape. */
export interface Tensor {
  shape: readonly number[];
  values: ArrayLike<number>;
}

/** Files that belong together: of an installed model, or chosen from a disk. */
export interface ModelSource {
  name: string;
  files: readonly { path: string; bytes: number }[];
  /** Throws a Problem when the server does not give it. */
  read(path: string, signal: AbortSignal, onFetched?: (fetched: Fetched) => void): Promise<ArrayBuffer>;
}

/** A model among the files of a source. */
export interface Found {
  kind: Kind;
  /** Of `model.json` or of the `.onnx` file. */
  path: string;
  /** Everything that must be read to run it. */
  bytes: number;
}

/** What is known of a model that is in memory. */
export interface ModelCard {
  kind: Kind;
  /** Of its files that were read. */
  bytes: number;
  inputs: readonly TensorSpec[];
  outputs: readonly TensorSpec[];
  /** What computes: `cpu` or `wasm`. */
  backend: string;
}

/** How the numbers of a picture's colours, 0–255, become those of a tensor. */
export type Scaling =
  | { kind: "unit" | "signed" | "raw" }
  | { kind: "standard"; mean: readonly number[]; deviation: readonly number[] };

/** What a model is asked. */
export type Example =
  | { kind: "tensors"; tensors: readonly Tensor[] }
  | { kind: "text"; text: string; description: Description }
  | { kind: "row"; cells: Readonly<Record<string, string>>; description: Description }
  | { kind: "sound"; samples: Float32Array; sampleRateHz: number; description: Description }
  | { kind: "picture"; picture: Blob; width: number; height: number; scaling: Scaling };

/** What a model answered, and how long it took. */
export interface Answer {
  outputs: readonly (Tensor & { name: string })[];
  featuresMs: number;
  predictionMs: number;
  memory: Memory;
}

/** What a model holds. */
export interface Memory {
  /** Tensors of TensorFlow.js, its weights among them; null for ONNX Runtime, which has none of its own kind. */
  tensors: number | null;
  /** Of these tensors; null likewise. */
  tensorBytes: number | null;
  /** Of all WebAssembly memories in the worker. */
  wasmBytes: number;
}
