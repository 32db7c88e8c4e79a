import { clipAt, type Recording } from "./recording";

/** What the page shows of the playback. */
export interface PlayerState {
  /** Sound is wanted: it comes out now, or as soon as more arrives. */
  playing: boolean;
  /** Playback stands at the end of what has arrived and waits for more. */
  waiting: boolean;
  /** The browser refuses sound until the person asks for it. */
  refused: boolean;
  /** The browser cannot play the file. */
  broken: boolean;
  /** Seconds of sound that have arrived. */
  durationS: number;
  positionS: number;
  /** Index of the passage that sounds, or -1. */
  clip: number;
}

const EMPTY: PlayerState = {
  playing: false,
  waiting: false,
  refused: false,
  broken: false,
  durationS: 0,
  positionS: 0,
  clip: -1,
};

/**
 * The one rule of playback: a longer file is due when none is loaded, when the loaded one has ended,
 * or when everything has arrived and nothing sounds. Sound is never interrupted, and what rests is whole.
 */
export function longerFileIsDue(now: {
  loadedS: number;
  receivedS: number;
  complete: boolean;
  sounding: boolean;
  ended: boolean;
}): boolean {
  if (now.receivedS <= now.loadedS) return false;
  return now.loadedS === 0 || now.ended || (now.complete && !now.sounding);
}

/** Plays a recording that is still growing through one audio element. */
export class Player {
  #audio: HTMLAudioElement | null = null;
  #recording: Recording | null = null;
  #complete = false;
  #wanted = false;
  #loadedS = 0;
  #resumeS = 0;
  #url = "";
  #frame = 0;
  #state = EMPTY;
  #listeners = new Set<() => void>();

  /** Takes the audio element to play through; answers what lets go of it. A React ref callback. */
  readonly attach = (audio: HTMLAudioElement) => {
    this.#audio = audio;
    const events: [string, () => void][] = [
      ["ended", this.#follow],
      ["timeupdate", this.#follow],
      ["seeked", this.#follow],
      ["play", () => this.#want(!audio.paused)],
      // The end of a file pauses too; only a pause before it is the person's (or a media key's).
      ["pause", () => this.#want(this.#wanted && (audio.ended || !audio.paused))],
      ["error", () => this.#publish({ broken: this.#url !== "" })],
    ];
    events.forEach(([name, listener]) => audio.addEventListener(name, listener));
    return () => {
      events.forEach(([name, listener]) => audio.removeEventListener(name, listener));
      this.#unload();
      this.#audio = null;
    };
  };

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  get state(): PlayerState {
    return this.#state;
  }

  /** Begins a new recording, to be played as soon as its first sound arrives. */
  open(recording: Recording): void {
    this.close();
    this.#recording = recording;
    this.#complete = false;
    this.#wanted = true;
    this.#follow();
  }

  /** Forgets the recording and falls silent. */
  close(): void {
    this.#unload();
    this.#publish(EMPTY);
  }

  /** Says that the recording has grown, or (`complete`) that no more will come. */
  extend(complete: boolean): void {
    this.#complete = complete;
    this.#follow();
  }

  play(): void {
    if (!this.#recording) return;
    this.#wanted = true;
    this.#start();
    this.#follow();
  }

  pause(): void {
    this.#wanted = false;
    this.#audio?.pause();
    this.#follow();
  }

  /** Goes to `atS` seconds, within what has arrived. */
  seek(atS: number): void {
    if (!this.#audio || !this.#recording) return;
    const target = Math.min(Math.max(0, atS), this.#recording.durationS);
    if (target > this.#loadedS) this.#load(target);
    else {
      this.#resumeS = 0;
      this.#audio.currentTime = target;
    }
    this.#follow();
  }

  playFrom(atS: number): void {
    this.#wanted = true;
    this.seek(atS);
    if (this.#audio?.paused) this.#start();
    this.#follow();
  }

  #want(wanted: boolean): void {
    this.#wanted = wanted;
    this.#follow();
  }

  readonly #follow = () => {
    const audio = this.#audio;
    if (!audio || !this.#recording) return;
    const receivedS = this.#recording.durationS;
    const ended = audio.ended;
    const sounding = !audio.paused && !ended;
    const now = { loadedS: this.#loadedS, receivedS, complete: this.#complete, sounding, ended };
    if (longerFileIsDue(now)) this.#load(ended ? this.#loadedS : this.#positionS(audio));
    else if (ended && this.#complete) this.#wanted = false;
    this.#report(audio, this.#recording);
  };

  /** Loads everything that has arrived and goes on at `atS`. */
  #load(atS: number): void {
    if (!this.#audio || !this.#recording) return;
    const old = this.#url;
    this.#url = URL.createObjectURL(this.#recording.wav());
    this.#loadedS = this.#recording.durationS;
    this.#audio.src = this.#url;
    if (old) URL.revokeObjectURL(old);
    // Before the metadata is read this sets where playback will start (HTML, "default playback start position").
    if (atS > 0) this.#audio.currentTime = atS;
    this.#resumeS = atS;
    if (this.#wanted) this.#start();
  }

  #start(): void {
    this.#audio?.play().then(
      () => this.#publish({ refused: false }),
      (reason: unknown) => {
        // A newer source or a pause aborts the promise; only a refusal concerns the person.
        if (!(reason instanceof DOMException) || reason.name !== "NotAllowedError") return;
        this.#wanted = false;
        this.#publish({ refused: true, playing: false });
      },
    );
  }

  #unload(): void {
    cancelAnimationFrame(this.#frame);
    this.#recording = null;
    this.#loadedS = 0;
    this.#resumeS = 0;
    this.#wanted = false;
    if (this.#url === "") return;
    URL.revokeObjectURL(this.#url);
    this.#url = "";
    this.#audio?.pause();
    this.#audio?.removeAttribute("src");
    this.#audio?.load();
  }

  /** Where playback is; while a new file is taken up, where it will go on, though the element says 0. */
  #positionS(audio: HTMLAudioElement): number {
    const taken = audio.readyState >= HTMLMediaElement.HAVE_METADATA;
    if (taken && audio.currentTime >= this.#resumeS) this.#resumeS = 0;
    return Math.max(audio.currentTime, this.#resumeS);
  }

  #report(audio: HTMLAudioElement, recording: Recording): void {
    const positionS = this.#positionS(audio);
    this.#publish({
      playing: this.#wanted,
      waiting: this.#wanted && !this.#complete && (audio.ended || this.#loadedS === 0),
      durationS: recording.durationS,
      positionS,
      clip: positionS > 0 || this.#wanted ? clipAt(recording.clips, positionS) : -1,
    });
    cancelAnimationFrame(this.#frame);
    if (!audio.paused) this.#frame = requestAnimationFrame(this.#follow);
  }

  #publish(change: Partial<PlayerState>): void {
    this.#state = { ...this.#state, ...change };
    this.#listeners.forEach((listener) => {
      listener();
    });
  }
}
