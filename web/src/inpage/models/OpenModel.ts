import type { Question, Told } from "./messages";
import { ModelTrouble } from "./trouble";
import type { Answer, Example, Memory, ModelCard } from "./types";

/** A model in a worker of its own, so that the page stays quick and nothing of it is left afterwards. */
export class OpenModel {
  readonly #worker = new Worker(new URL("./model.worker.ts", import.meta.url), {
    type: "module",
    name: "model",
  });
  readonly #waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  #last = 0;
  card!: ModelCard;

  private constructor() {
    this.#worker.onmessage = ({ data }: MessageEvent<Told>) => this.#take(data);
    this.#worker.onerror = ({ message }) =>
      this.#giveUp(new ModelTrouble("modelBroken", { reason: message }));
  }

  /** Starts a worker with a model in it; throws a ModelTrouble. */
  static async open(question: Extract<Question, { what: "open" }>, signal: AbortSignal): Promise<OpenModel> {
    const model = new OpenModel();
    const abort = () => model.#giveUp(signal.reason as Error);
    signal.addEventListener("abort", abort);
    try {
      signal.throwIfAborted();
      const { main, shards } = question.files;
      model.card = await model.#ask<ModelCard>(question, [main, ...shards.values()]);
      return model;
    } catch (error) {
      model.#worker.terminate();
      throw error;
    } finally {
      signal.removeEventListener("abort", abort);
    }
  }

  /** Asks the model; throws a ModelTrouble. */
  run(example: Example): Promise<Answer> {
    return this.#ask({ what: "run", example });
  }

  /** What it holds now. */
  memory(): Promise<Memory> {
    return this.#ask({ what: "memory" });
  }

  /** Disposes of its tensors and session, then of the worker; what was still held in between. */
  async close(): Promise<Memory | null> {
    try {
      return await this.#ask<Memory>({ what: "close" });
    } catch {
      return null; // the worker is gone already
    } finally {
      this.#giveUp(new DOMException("closed", "AbortError"));
    }
  }

  #ask<Value>(question: Question, given: Transferable[] = []): Promise<Value> {
    const id = ++this.#last;
    return new Promise<Value>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ ...question, id }, given);
    });
  }

  #take(told: Told): void {
    const waiting = this.#waiting.get(told.id);
    this.#waiting.delete(told.id);
    if ("value" in told) waiting?.resolve(told.value as never);
    else waiting?.reject(new ModelTrouble(told.trouble.code, told.trouble.data));
  }

  #giveUp(error: Error): void {
    this.#worker.terminate();
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
