import { Tensor, type InferenceSession } from "onnxruntime-web/wasm";
import { openSession, runSession } from "../onnx";
import type { VoiceConfig } from "./config";

const ALL_BUT_SILENT = 1e-8;

/** A Piper graph in memory, as `engines/piper/graph.py` runs it on the server. */
export class PiperGraph {
  private constructor(
    private readonly session: InferenceSession,
    private readonly scales: VoiceConfig["scales"],
  ) {}

  /** Loads the graph and runs it once, since the first run is the slowest; throws GraphFailure. */
  static async open(graph: Uint8Array, { scales, someIds }: VoiceConfig): Promise<PiperGraph> {
    const opened = new PiperGraph(await openSession(graph), scales);
    await opened.run(someIds, 0, 1);
    return opened;
  }

  /** The samples for `ids`, scaled to the full range as stock Piper does; throws GraphFailure. */
  async run(ids: readonly number[], speaker: number, speed: number): Promise<Float32Array<ArrayBuffer>> {
    const [noise, length, lengthNoise] = this.scales;
    const feed: Record<string, Tensor> = {
      input: integers(ids, [1, ids.length]),
      input_lengths: integers([ids.length], [1]),
      scales: new Tensor("float32", Float32Array.of(noise, length / speed, lengthNoise), [3]),
    };
    if (this.session.inputNames.includes("sid")) feed.sid = integers([speaker], [1]);
    const outputs = await runSession(this.session, feed);
    const made = outputs[this.session.outputNames[0] ?? ""];
    const samples = fullRange((made?.data ?? new Float32Array()) as Float32Array<ArrayBuffer>);
    Object.values(outputs).forEach((output) => output.dispose());
    return samples;
  }
}

function integers(values: readonly number[], shape: readonly number[]): Tensor {
  return new Tensor("int64", BigInt64Array.from(values, BigInt), shape);
}

/** The same samples with the loudest at ±1; what is all but silent becomes silence. */
function fullRange(samples: Float32Array<ArrayBuffer>): Float32Array<ArrayBuffer> {
  let peak = 0;
  for (const sample of samples) peak = Math.max(peak, Math.abs(sample));
  if (peak < ALL_BUT_SILENT) return samples.fill(0);
  for (let i = 0; i < samples.length; i += 1) samples[i] = (samples[i] ?? 0) / peak;
  return samples;
}
