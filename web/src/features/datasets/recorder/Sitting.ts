import type { Recording } from "./api/recording";
import type { Prompt } from "./outbox/takes";
import { afterReading, afterSkipping, EMPTY, extended, FEW, type Script } from "./script";
import { Capture, ROOM_S, type Sound } from "./sound/Capture";
import { measure, warningsOf, type Measures, type Warning } from "./sound/measuring";
import type { Listener, Microphone } from "@/lib/sound/microphone";
import { troubleOf, type Trouble } from "@/lib/sound/trouble";
import { wavOf } from "./sound/wav";

/** A sentence as it was just read. */
export interface Take {
  prompt: Prompt;
  sound: Sound;
  wav: Blob;
  measures: Measures;
  warnings: readonly Warning[];
}

/** What is being done: the microphone is off, being opened, ready; a take is made, or listened to. */
export type Phase = "off" | "opening" | "ready" | "recording" | "reviewing";

/** How a sitting stands. */
export interface SittingState {
  phase: Phase;
  /** Why the microphone cannot be heard. */
  trouble: Trouble | null;
  script: Script;
  take: Take | null;
  /** Why no sentences came. */
  failure: unknown;
  /** The server has been asked what to read. */
  asked: boolean;
}

/** What a sitting needs of the world. */
export interface Means {
  /** What keeps the page from any microphone. */
  hindrance: () => Trouble | null;
  open: (deviceId: string | null, listener: Listener) => Promise<Microphone>;
  /** What comes behind a sentence, else the first that nobody has read. */
  ask: (after: string | null) => Promise<Pick<Recording, "next" | "upcoming">>;
  keep: (take: Take) => Promise<void>;
}

/** What is said while the key is pressed is still on its way through the device. */
const TAIL_MS = 200;
const LONGEST_MS = 60_000;

/** One sitting at the microphone: a sentence is read, listened to, kept, and the next one comes. */
export class Sitting {
  #state: SittingState = {
    phase: "off",
    trouble: null,
    script: EMPTY,
    take: null,
    failure: null,
    asked: false,
  };
  #microphone: Microphone | null = null;
  #capture: Capture | null = null;
  #openings = 0;
  #busy = false;
  #limit: ReturnType<typeof setTimeout> | undefined;
  #listeners = new Set<() => void>();

  constructor(private readonly means: Means) {}

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  get state(): SittingState {
    return this.#state;
  }

  /** The sentence at hand. */
  get prompt(): Prompt | null {
    return this.#state.script.ahead[0] ?? null;
  }

  /** The loudest since this was last asked, 0–1. */
  readonly takePeak = (): number => this.#capture?.takePeak() ?? 0;

  /** Asks what to read; with `anew` what was in hand is forgotten. */
  async ask(anew = false): Promise<void> {
    const after = anew ? null : (this.#state.script.ahead.at(-1)?.id ?? null);
    try {
      const answer = await this.means.ask(after);
      const script = anew ? EMPTY : this.#state.script;
      this.#tell({ script: extended(script, answer), failure: null, asked: true });
    } catch (failure) {
      this.#tell({ failure, asked: true });
    }
  }

  /** Opens a microphone in place of the one before. */
  async open(deviceId: string | null): Promise<void> {
    const opening = (this.#openings += 1);
    this.#hangUp();
    const hindrance = this.means.hindrance();
    this.#tell({ phase: hindrance ? "off" : "opening", trouble: hindrance, take: null });
    if (hindrance) return;
    try {
      const microphone = await this.means.open(deviceId, {
        onSound: (samples) => this.#capture?.hear(samples),
        onLost: () => this.close("lost"),
      });
      if (opening !== this.#openings) {
        microphone.close(); // another was wanted meanwhile
        return;
      }
      this.#microphone = microphone;
      this.#capture = new Capture(microphone.sampleRateHz);
      this.#tell({ phase: "ready" });
    } catch (error) {
      if (opening === this.#openings) this.close(troubleOf(error));
    }
  }

  /** Lets go of the microphone. */
  close(trouble: Trouble | null = null): void {
    this.#openings += 1;
    this.#hangUp();
    this.#tell({ phase: "off", trouble, take: null });
  }

  /** Begins a take, in place of the one that is being made or listened to; opens the microphone if need be. */
  async record(deviceId: string | null = null): Promise<void> {
    if (this.prompt === null || this.#busy) return;
    if (this.#capture === null) {
      await this.open(deviceId);
      await pause(ROOM_S * 1000 + 100); // the room is heard first
    }
    if (!this.#capture) return;
    if (this.#state.phase === "recording") this.#capture.stop();
    this.#capture.start();
    clearTimeout(this.#limit);
    this.#limit = setTimeout(() => void this.stop(), LONGEST_MS);
    this.#tell({ phase: "recording", take: null });
  }

  /** Ends the take, to be listened to. */
  async stop(): Promise<void> {
    const [capture, prompt] = [this.#capture, this.prompt];
    if (this.#state.phase !== "recording" || this.#busy || !capture || !prompt) return;
    clearTimeout(this.#limit);
    this.#busy = true;
    await pause(TAIL_MS);
    this.#busy = false;
    if (capture !== this.#capture) return;
    const sound = capture.stop();
    const measures = measure(sound, prompt.text);
    const take = { prompt, sound, wav: wavOf(sound), measures, warnings: warningsOf(measures) };
    this.#tell({ phase: "reviewing", take });
  }

  /** Keeps the take and goes on; one that is still being made only when nothing seems wrong with it. */
  async keep(): Promise<void> {
    if (this.#state.phase === "recording") {
      await this.stop();
      if (this.#state.take?.warnings.length !== 0) return;
    }
    const { take } = this.#state;
    if (!take || this.#busy) return;
    this.#busy = true;
    try {
      await this.means.keep(take);
      this.#goOn(afterReading(this.#state.script));
    } catch (failure) {
      this.#tell({ failure });
    } finally {
      this.#busy = false;
    }
  }

  /** Goes on without the sentence at hand. */
  skip(): void {
    if (this.#busy) return;
    if (this.#state.phase === "recording") this.#capture?.stop();
    clearTimeout(this.#limit);
    this.#goOn(afterSkipping(this.#state.script));
  }

  #goOn(script: Script): void {
    this.#tell({ phase: this.#capture ? "ready" : "off", take: null, failure: null, script });
    if (script.ahead.length <= FEW) void this.ask();
  }

  #hangUp(): void {
    clearTimeout(this.#limit);
    this.#microphone?.close();
    this.#microphone = this.#capture = null;
  }

  #tell(news: Partial<SittingState>): void {
    this.#state = { ...this.#state, ...news };
    this.#listeners.forEach((listener) => listener());
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
