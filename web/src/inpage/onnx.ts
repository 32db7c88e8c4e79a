import { env, InferenceSession, type Tensor } from "onnxruntime-web/wasm";
import glue from "onnxruntime-web/ort-wasm-simd-threaded.mjs?url";
import wasm from "onnxruntime-web/ort-wasm-simd-threaded.wasm?url";

// More threads than this hardly make one sentence faster; as on the server.
const MOST_THREADS = 4;

// Addresses of our own, so that nothing is looked for beside a script that was put together with others.
env.wasm.wasmPaths = { mjs: new URL(glue, location.href), wasm: new URL(wasm, location.href) };
env.wasm.numThreads = crossOriginIsolated ? Math.min(MOST_THREADS, navigator.hardwareConcurrency) : 1;
env.logLevel = "error";

const OPTIONS: InferenceSession.SessionOptions = {
  executionProviders: ["wasm"],
  logSeverityLevel: 4, // failures are thrown, and told from there
  // Threads that spin while they wait take the cores from the page.
  extra: { session: { intra_op: { allow_spinning: "0" } } },
};

/** Why a graph does not run: the graph itself, or that ONNX Runtime does not start in this browser. */
export class GraphFailure extends Error {
  constructor(
    readonly reason: "damaged" | "unavailable",
    cause: unknown,
  ) {
    super(String(cause), { cause });
  }
}

/** The one door to ONNX Runtime in a browser, for workers; throws GraphFailure. */
export async function openSession(graph: Uint8Array): Promise<InferenceSession> {
  try {
    return await InferenceSession.create(graph, OPTIONS);
  } catch (error) {
    // onnxruntime-common has no class for it: what it says when its WebAssembly cannot be fetched or started.
    const unavailable = String(error).includes("no available backend");
    throw new GraphFailure(unavailable ? "unavailable" : "damaged", error);
  }
}

/** All outputs of a run; throws GraphFailure. */
export async function runSession(
  session: InferenceSession,
  feed: Record<string, Tensor>,
): Promise<Record<string, Tensor>> {
  try {
    return await session.run(feed);
  } catch (error) {
    throw new GraphFailure("damaged", error);
  }
}
