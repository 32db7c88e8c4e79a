import type { Fetched } from "@/inpage/types";
import type { Mode, SpeechDelta } from "@/lib/speech";
import type { Opened } from "./folder";
import { Player } from "./Player";

/** How a text is said; `signal` ends it. */
export interface Manner {
  speed?: number;
  mode?: Mode;
  ssml?: boolean;
  signal?: AbortSignal;
  /** Hears how far reader and voice are on their way. */
  onLoading?: (fetched: Fetched) => void;
  /** Hears of each passage of sound as it is made. */
  onPassage?: (delta: SpeechDelta) => void;
}

/** The voice of one folder that `bazgoo voice embed` has made: fetched when it is first asked for, kept until the page goes. */
export class EmbeddedVoice {
  private opened: Promise<Opened> | null = null;
  private ending = new AbortController();

  /** `address` is the folder's, with a slash at its end. */
  constructor(private readonly address: string) {}

  /** Fetches reader and voice, so that the first words come at once. */
  async load(onLoading?: Manner["onLoading"]): Promise<void> {
    const { speaker, voice } = await this.open();
    await speaker.prepare(voice, undefined, onLoading);
  }

  /** The sound of `text`, passage by passage, for whoever plays or keeps it. */
  async *stream(text: string, manner: Manner = {}): AsyncGenerator<SpeechDelta> {
    const { speed = 1, mode = "formal", ssml = false, signal = new AbortController().signal } = manner;
    const { speaker, voice } = await this.open();
    yield* speaker.stream({ text, voice, speed, mode, ssml }, signal, manner.onLoading);
  }

  /** Says `text`, ending what is being said; comes back when it has been heard. */
  async speak(text: string, manner: Manner = {}): Promise<void> {
    this.stop();
    const signal = AbortSignal.any([this.ending.signal, ...(manner.signal ? [manner.signal] : [])]);
    const player = new Player(signal);
    try {
      for await (const delta of this.stream(text, { ...manner, signal })) {
        manner.onPassage?.(delta);
        await player.play(delta);
      }
      await player.end();
    } finally {
      await player.close();
    }
  }

  /** Ends what is being said; `speak` then throws an AbortError. */
  stop(): void {
    this.ending.abort();
    this.ending = new AbortController();
  }

  /** What speaks is a script of its own, so that a page which never speaks is small. */
  private open(): Promise<Opened> {
    this.opened ??= import("./folder")
      .then(({ openFolder }) => openFolder(this.address))
      .catch((reason: unknown) => {
        this.opened = null;
        throw reason;
      });
    return this.opened;
  }
}
