import type { ModelCard, Tensor } from "../types";

/** The files of one model, read. */
export interface ModelFiles {
  /** Of `model.json`, or of the `.onnx` file. */
  main: ArrayBuffer;
  /** What `model.json` names, by the names it uses. */
  shards: ReadonlyMap<string, ArrayBuffer>;
}

/** A model in the memory of a runtime. */
export interface Runtime {
  readonly card: Omit<ModelCard, "kind" | "bytes">;
  /** Answers one tensor for each output; throws whatever the runtime throws. */
  run(inputs: readonly Tensor[]): Promise<readonly (Tensor & { name: string })[]>;
  /** Tensors that are held, and their bytes; null where a runtime counts none. */
  tensors(): { count: number; bytes: number } | null;
  close(): Promise<void>;
}
