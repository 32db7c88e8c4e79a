import type { Fetched } from "./types";

/** Loads something; ends with `signal`. */
export type Load<T> = (signal: AbortSignal, onFetched: (fetched: Fetched) => void) => Promise<T>;

interface Loading<T> {
  thing: Promise<T>;
  abort: AbortController;
  hearers: Set<(fetched: Fetched) => void>;
  waiting: number;
  done: boolean;
}

/** Something loaded once for all who want it, and kept; given up when nobody waits for it any more. */
export class Warm<T extends { close(): void }> {
  #loading: Loading<T> | null = null;

  constructor(private readonly load: Load<T>) {}

  /** The thing; throws what loading throws, and with `signal` at once. */
  async get(signal: AbortSignal, hear: (fetched: Fetched) => void): Promise<T> {
    signal.throwIfAborted();
    const loading = (this.#loading ??= this.#begin());
    loading.hearers.add(hear);
    loading.waiting += 1;
    try {
      return await unlessAborted(loading.thing, signal);
    } finally {
      loading.hearers.delete(hear);
      loading.waiting -= 1;
      if (loading.waiting === 0 && !loading.done) this.#giveUp(loading);
    }
  }

  /** Lets go of it; whoever wants it then has it loaded again. */
  close(): void {
    if (this.#loading) this.#giveUp(this.#loading);
  }

  #begin(): Loading<T> {
    const abort = new AbortController();
    const hearers: Loading<T>["hearers"] = new Set();
    const thing = this.load(abort.signal, (fetched) => hearers.forEach((hear) => hear(fetched)));
    const loading = { thing, abort, hearers, waiting: 0, done: false };
    thing.then(
      () => (loading.done = true),
      () => this.#forget(loading),
    );
    return loading;
  }

  #giveUp(loading: Loading<T>): void {
    this.#forget(loading);
    loading.abort.abort();
    loading.thing.then(
      (thing) => thing.close(),
      () => undefined,
    );
  }

  #forget(loading: Loading<T>): void {
    loading.done = true;
    if (this.#loading === loading) this.#loading = null;
  }
}

/** The same promise; rejects at once when `signal` ends the waiting. */
export function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason as Error);
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop);
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}
