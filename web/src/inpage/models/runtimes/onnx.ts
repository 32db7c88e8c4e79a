import { env, Tensor as OnnxTensor, type InferenceSession } from "onnxruntime-web/wasm";
import { openSession, runSession } from "../../onnx";
import { ModelTrouble } from "../trouble";
import type { Tensor, TensorSpec } from "../types";
import type { ModelFiles, Runtime } from "./runtime";

type Numbers = Float32Array | Float64Array | Int32Array | BigInt64Array | Int8Array | Uint8Array;

const MADE: Readonly<Record<string, (values: ArrayLike<number>) => Numbers>> = {
  float32: (values) => Float32Array.from(values),
  float64: (values) => Float64Array.from(values),
  int32: (values) => Int32Array.from(values),
  int64: (values) => BigInt64Array.from(Array.from(values, (value) => BigInt(Math.trunc(value)))),
  int8: (values) => Int8Array.from(values),
  uint8: (values) => Uint8Array.from(values),
  bool: (values) => Uint8Array.from(values, (value) => Number(value !== 0)),
};

// ONNX Runtime tells an open side as -1 in 32 bits without a sign.
const UNKNOWN = 2 ** 31;
// What is tried here is small, and answers on one thread before others have begun.
env.wasm.numThreads = 1;

/** Loads an ONNX model into ONNX Runtime; throws GraphFailure. */
export async function openOnnx({ main }: ModelFiles): Promise<Runtime> {
  const session = await openSession(new Uint8Array(main));
  const inputs = session.inputMetadata.map(specOf);
  return {
    card: { inputs, outputs: session.outputMetadata.map(specOf), backend: "wasm" },
    run: (tensors) => run(session, inputs, tensors),
    tensors: () => null,
    close: () => session.release(),
  };
}

async function run(session: InferenceSession, inputs: readonly TensorSpec[], tensors: readonly Tensor[]) {
  const fed = inputs.map((spec, n) => [spec.name, onnxTensor(spec, tensors[n]!)] as const);
  try {
    const made = await runSession(session, Object.fromEntries(fed));
    return session.outputNames.map((name) => {
      const tensor = made[name]!;
      const values = valuesOf(tensor);
      const shape = [...tensor.dims];
      tensor.dispose();
      return { name, shape, values };
    });
  } finally {
    for (const [, tensor] of fed) tensor.dispose();
  }
}

function specOf(told: InferenceSession.ValueMetadata): TensorSpec {
  if (!told.isTensor) return { name: told.name, dtype: "sequence", shape: [] };
  const shape = told.shape.map((side) =>
    typeof side === "number" && side > 0 && side < UNKNOWN ? side : null,
  );
  return { name: told.name, dtype: told.type, shape };
}

function onnxTensor({ dtype, name }: TensorSpec, { values, shape }: Tensor): OnnxTensor {
  const make = MADE[dtype];
  if (!make) throw new ModelTrouble("dtypeUnsupported", { dtype, name });
  return new OnnxTensor(dtype as "float32", make(values) as Float32Array, shape);
}

function valuesOf(tensor: OnnxTensor): Float64Array {
  const data = tensor.data as ArrayLike<number | bigint>;
  if (typeof data[0] === "string") throw new ModelTrouble("dtypeUnsupported", { dtype: "string", name: "" });
  return Float64Array.from(data, Number);
}
