import type { SpeechDelta } from "@/lib/speech";

/** More than this much unheard sound is not made, so that a book does not lie in memory. */
const AHEAD_S = 30;

/** Plays passages one after the other, without a gap. Made in the click that asks, as browsers want it. */
export class Player {
  private readonly context = new AudioContext();
  private readonly aborted: Promise<never>;
  private playing: Promise<unknown>[] = [];
  private closing: Promise<void> | null = null;
  private endS = 0;

  constructor(private readonly signal: AbortSignal) {
    void this.context.resume();
    this.aborted = new Promise((_, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
    });
    this.aborted.catch(() => this.close());
  }

  /** Plays `delta` after all before it; comes back when more is wanted, and throws when the signal says so. */
  async play(delta: SpeechDelta): Promise<void> {
    this.signal.throwIfAborted();
    if (delta.pcm.length > 0) this.schedule(delta);
    await this.heardUpTo(AHEAD_S);
  }

  /** Waits until all has been heard. */
  async end(): Promise<void> {
    await this.heardUpTo(0);
  }

  /** Falls silent at once, for ever. */
  close(): Promise<void> {
    this.closing ??= this.context.close();
    return this.closing;
  }

  private schedule(delta: SpeechDelta): void {
    const source = this.context.createBufferSource();
    source.buffer = this.bufferOf(delta);
    source.connect(this.context.destination);
    this.playing.push(new Promise((resolve) => (source.onended = resolve)));
    const startS = Math.max(this.context.currentTime, this.endS);
    source.start(startS);
    this.endS = startS + source.buffer.duration;
  }

  private bufferOf({ pcm, sampleRateHz }: SpeechDelta): AudioBuffer {
    const view = new DataView(pcm.buffer, pcm.byteOffset, pcm.byteLength);
    const buffer = this.context.createBuffer(1, pcm.length / 2, sampleRateHz);
    const samples = buffer.getChannelData(0);
    samples.forEach((_, place) => (samples[place] = view.getInt16(2 * place, true) / 2 ** 15));
    return buffer;
  }

  private async heardUpTo(aheadS: number): Promise<void> {
    while (this.playing.length > 0 && this.endS - this.context.currentTime > aheadS) {
      await Promise.race([this.playing[0], this.aborted]);
      this.playing = this.playing.slice(1);
    }
  }
}
