import { PeakMeter } from "./peaks";
import { BYTES_PER_SAMPLE, wavHeader } from "./wav";

/** One spoken passage: where it is in the text (code points) and in the sound (seconds). */
export interface Clip {
  textStart: number;
  textEnd: number;
  startS: number;
  durationS: number;
}

/** The sound of one text as far as it has arrived: 16-bit mono samples, growing clip by clip. */
export class Recording {
  readonly clips: Clip[] = [];
  readonly peaks: PeakMeter;
  // Blobs, not arrays: a browser may keep hours of sound on disk, and a longer file copies nothing.
  #parts: Blob[] = [];
  #bytes = 0;

  constructor(readonly sampleRateHz: number) {
    this.peaks = new PeakMeter(sampleRateHz);
  }

  /** Appends the little-endian samples of the passage that spans `textStart`–`textEnd`. */
  add(pcm: Uint8Array<ArrayBuffer>, textStart: number, textEnd: number): Clip {
    const startS = this.durationS;
    const samples = Math.floor(pcm.byteLength / BYTES_PER_SAMPLE);
    this.#parts.push(new Blob([pcm]));
    this.#bytes += samples * BYTES_PER_SAMPLE;
    this.peaks.add(new Int16Array(pcm.buffer, pcm.byteOffset, samples));
    const clip = { textStart, textEnd, startS, durationS: this.durationS - startS };
    this.clips.push(clip);
    return clip;
  }

  /** Seconds of sound that have arrived. */
  get durationS(): number {
    return this.#bytes / (this.sampleRateHz * BYTES_PER_SAMPLE);
  }

  /** A WAV file of everything that has arrived. */
  wav(): Blob {
    return new Blob([wavHeader(this.#bytes, this.sampleRateHz), ...this.#parts], {
      type: "audio/wav",
    });
  }
}

/** Index of the clip that sounds at `timeS`, or -1 before the first. */
export function clipAt(clips: readonly Clip[], timeS: number): number {
  let low = 0;
  let high = clips.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((clips[middle]?.startS ?? Infinity) <= timeS) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
