import type { SpeechDelta, SpeechRequest } from "@/lib/speech";
import { make, type Making, type Sources } from "./making";
import type { Plan } from "./places";

/** Speech passage by passage, as it is made. */
export type Stream = (request: SpeechRequest, signal: AbortSignal) => AsyncGenerator<SpeechDelta>;

const AT_REST: Making = { place: null, loading: null, moved: null };

/** Has speech made, now here and now there, and shows how that stands. */
export class Maker {
  #making = AT_REST;
  #turn = 0;
  #listeners = new Set<() => void>();

  constructor(private readonly sources: Sources) {}

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  get making(): Making {
    return this.#making;
  }

  /** A stream that tries the places of `plan`; what is shown is always about the last one begun. */
  streamBy(plan: Plan): Stream {
    return (request, signal) => {
      const turn = (this.#turn += 1);
      this.#show(AT_REST);
      return make(this.sources, plan, request, signal, (change) => {
        if (turn === this.#turn) this.#show({ ...this.#making, ...change });
      });
    };
  }

  #show(making: Making): void {
    this.#making = making;
    this.#listeners.forEach((listener) => {
      listener();
    });
  }
}
