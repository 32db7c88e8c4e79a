import { t } from "i18next";
import { Problem } from "@/lib/problem";
import type { LoadedVoice } from "../types";
import { readConfig } from "./config";
import type { Answered, Asked } from "./messages";

const DAMAGED = "voice_damaged";

type Samples = Float32Array<ArrayBuffer>;

/**
 * Loads a Piper voice into a worker of its own: `model` gives its graph, `config` is the JSON beside it.
 *
 * Throws the Problems `voice_damaged` and `engine_unavailable`, and what `model` throws.
 */
export async function openVoice(model: () => Promise<ArrayBuffer>, config: string): Promise<LoadedVoice> {
  const read = readConfig(config);
  const worker = new VoiceWorker();
  try {
    const graph = await model();
    await worker.ask({ graph, config: read }, [graph]);
  } catch (error) {
    worker.close();
    throw error;
  }
  return {
    sampleRateHz: read.sampleRateHz,
    speaker: (name) => read.speakers.get(name) ?? 0,
    synthesize: (ids, speed, speaker = 0) => worker.ask({ ids, speaker, speed }),
    close: () => worker.close(),
  };
}

/** What a voice calls itself in its JSON. */
export function nameIn(config: string): string | null {
  return readConfig(config).name;
}

/** Whether a voice did not open because of its files. */
export function isDamage(error: unknown): boolean {
  return error instanceof Problem && error.code === DAMAGED;
}

/** A worker that answers in the order of asking. */
class VoiceWorker {
  readonly #worker = new Worker(new URL("./voice.worker.ts", import.meta.url), { type: "module" });
  #waiting: { resolve: (samples: Samples) => void; reject: (problem: Problem) => void }[] = [];
  #ended: Problem | null = null;

  constructor() {
    this.#worker.onmessage = ({ data }: MessageEvent<Answered>) => this.#hear(data);
    // Nothing that a voice can do ends so: its script or its memory is not to be had.
    this.#worker.onerror = () => this.close();
  }

  ask(asked: Asked, transfer: Transferable[] = []): Promise<Samples> {
    if (this.#ended) return Promise.reject(this.#ended);
    this.#worker.postMessage(asked, transfer);
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  /** Ends the worker, and with it everything that the voice has taken of the memory. */
  close(): void {
    this.#worker.terminate();
    const ended = (this.#ended = problemOf("unavailable"));
    this.#waiting.splice(0).forEach(({ reject }) => reject(ended));
  }

  #hear(answered: Answered): void {
    const answer = this.#waiting.shift();
    if ("samples" in answered) answer?.resolve(answered.samples);
    else answer?.reject(problemOf(answered.failure));
  }
}

function problemOf(reason: "damaged" | "unavailable"): Problem {
  return reason === "damaged"
    ? new Problem({ status: 422, code: DAMAGED, detail: t("inpage.graphDamaged") })
    : new Problem({ status: 503, code: "engine_unavailable", detail: t("inpage.engineUnavailable") });
}
