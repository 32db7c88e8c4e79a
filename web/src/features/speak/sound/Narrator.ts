import { Problem } from "@/lib/problem";
import type { SpeechDelta, SpeechRequest } from "@/lib/speech";
import type { Stream } from "../place/Maker";
import { interrupted } from "../api/streamSpeech";
import type { Player } from "./Player";
import { Recording, type Clip } from "./recording";

/** What the page shows of the speech that is being made. */
export interface Narration {
  phase: "idle" | "making" | "whole" | "stopped" | "failed";
  request: SpeechRequest | null;
  /** The passages that have arrived. */
  clips: readonly Clip[];
  /** Loudness of what has arrived, fifty levels a second. */
  levels: readonly number[];
  /** How much of the text is made, 0–100. */
  progress: number;
  failure: Problem | null;
}

const IDLE: Narration = {
  phase: "idle",
  request: null,
  clips: [],
  levels: [],
  progress: 0,
  failure: null,
};

/** Shown at most this often: passages can arrive a thousand a second. */
const SHOW_EVERY_MS = 60;

/** Has a text spoken: takes its sound as it arrives and hands it to the player. */
export class Narrator {
  #narration = IDLE;
  #recording: Recording | null = null;
  #abort = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #listeners = new Set<() => void>();

  constructor(private readonly player: Player) {}

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  get narration(): Narration {
    return this.#narration;
  }

  /** Speaks a text in place of the one before, with the sound of `stream`; answers how many seconds were made. */
  async speak(request: SpeechRequest, stream: Stream): Promise<number> {
    this.#abort.abort();
    const { signal } = (this.#abort = new AbortController());
    this.#recording = null;
    this.player.close();
    this.#show({ ...IDLE, phase: "making", request });
    let durationS = 0;
    try {
      for await (const delta of stream(request, signal)) {
        if (signal.aborted) return durationS;
        durationS = this.#take(delta);
      }
    } catch (reason) {
      if (!signal.aborted) this.#finish("failed", asProblem(reason));
      return durationS;
    }
    if (!signal.aborted) this.#finish("whole", null);
    return durationS;
  }

  /** Stops making more; what has arrived stays. */
  stop(): void {
    this.#abort.abort();
    if (this.#narration.phase === "making") this.#finish("stopped", null);
    this.player.pause();
  }

  #take(delta: SpeechDelta): number {
    const first = this.#recording === null;
    this.#recording ??= new Recording(delta.sampleRateHz);
    this.#recording.add(delta.pcm, delta.textStart, delta.textEnd);
    if (first) this.player.open(this.#recording);
    else this.player.extend(false);
    this.#narration = { ...this.#narration, progress: delta.progress };
    this.#timer ??= setTimeout(
      () => {
        this.#show(this.#arrived());
      },
      first ? 0 : SHOW_EVERY_MS,
    );
    return this.#recording.durationS;
  }

  #finish(phase: Narration["phase"], failure: Problem | null): void {
    const progress = phase === "whole" ? 100 : this.#narration.progress;
    this.#show({ ...this.#arrived(), phase, failure, progress });
    this.player.extend(true);
  }

  #arrived(): Narration {
    if (!this.#recording) return this.#narration;
    const { clips, peaks } = this.#recording;
    return { ...this.#narration, clips: [...clips], levels: [...peaks.levels] };
  }

  #show(narration: Narration): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#narration = narration;
    this.#listeners.forEach((listener) => {
      listener();
    });
  }
}

function asProblem(reason: unknown): Problem {
  return reason instanceof Problem ? reason : interrupted();
}
