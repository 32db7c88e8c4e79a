import type { Sound } from "@/inpage/models/features/wav";
import type { SpeechDelta } from "@/lib/speech";

const FULL_SCALE = 32_768;

/** Speech that is heard while it is still being made, and kept. */
export class Speech {
  readonly #context = new AudioContext();
  readonly #heard: Float32Array<ArrayBuffer>[] = [];
  #sampleRateHz = 0;
  #untilS = 0;
  #ended = Promise.resolve();

  /** Plays a passage behind those before it. */
  add({ pcm, sampleRateHz }: SpeechDelta): void {
    const samples = samplesOf(pcm);
    this.#sampleRateHz = sampleRateHz;
    this.#heard.push(samples);
    if (samples.length === 0) return;
    const buffer = this.#context.createBuffer(1, samples.length, sampleRateHz);
    buffer.copyToChannel(samples, 0);
    const source = new AudioBufferSourceNode(this.#context, { buffer });
    source.connect(this.#context.destination);
    const startS = Math.max(this.#untilS, this.#context.currentTime);
    source.start(startS);
    this.#untilS = startS + buffer.duration;
    this.#ended = new Promise((resolve) => {
      source.onended = () => resolve();
    });
  }

  /** All that was added, when the last of it has been heard. */
  async whole(): Promise<Sound> {
    await this.#ended;
    return { samples: joined(this.#heard), sampleRateHz: this.#sampleRateHz };
  }

  /** Nothing more is heard. */
  close(): void {
    if (this.#context.state !== "closed") void this.#context.close();
  }
}

function samplesOf(pcm: Uint8Array<ArrayBuffer>): Float32Array<ArrayBuffer> {
  const view = new DataView(pcm.buffer, pcm.byteOffset, pcm.byteLength);
  return Float32Array.from({ length: pcm.length / 2 }, (_, n) => view.getInt16(2 * n, true) / FULL_SCALE);
}

function joined(pieces: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
