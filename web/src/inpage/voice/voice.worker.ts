import { GraphFailure } from "../onnx";
import { PiperGraph } from "./graph";
import type { Answered, Asked } from "./messages";

// A worker holds one voice: what WebAssembly has taken of the memory it gives back only when it ends.
let graph: PiperGraph | null = null;
let turn: Promise<void> = Promise.resolve();

self.onmessage = ({ data }: MessageEvent<Asked>) => {
  turn = turn.then(() => answer(data));
};

async function answer(asked: Asked): Promise<void> {
  try {
    const samples = await made(asked);
    tell({ samples }, [samples.buffer]);
  } catch (error) {
    tell({ failure: error instanceof GraphFailure ? error.reason : "damaged" });
  }
}

async function made(asked: Asked): Promise<Float32Array<ArrayBuffer>> {
  if ("graph" in asked) graph = await PiperGraph.open(new Uint8Array(asked.graph), asked.config);
  else if (graph) return graph.run(asked.ids, asked.speaker, asked.speed);
  return new Float32Array();
}

function tell(answered: Answered, transfer: Transferable[] = []): void {
  self.postMessage(answered, { transfer });
}
