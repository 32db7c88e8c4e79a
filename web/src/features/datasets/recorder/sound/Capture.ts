/** Sound as it was heard, mono. */
export interface Sound {
  samples: Float32Array<ArrayBuffer>;
  sampleRateHz: number;
}

/** How much of the quiet room is heard before each take. */
export const ROOM_S = 0.3;

/** Keeps what a microphone hears: always the last moment, and all of it while a take is made. */
export class Capture {
  #room: Float32Array[] = [];
  #take: Float32Array[] | null = null;
  #peak = 0;

  constructor(readonly sampleRateHz: number) {}

  /** Takes in what was heard next. */
  hear(samples: Float32Array): void {
    for (const sample of samples) this.#peak = Math.max(this.#peak, Math.abs(sample));
    if (this.#take) this.#take.push(samples);
    else this.#remember(samples);
  }

  /** Begins a take, with the room as it was just before: neither its tone nor a first sound is missed. */
  start(): void {
    const room = joined(this.#room);
    this.#take = [room.slice(-Math.round(ROOM_S * this.sampleRateHz))];
    this.#room = [];
  }

  /** Ends the take. */
  stop(): Sound {
    const samples = joined(this.#take ?? []);
    this.#take = null;
    return { samples, sampleRateHz: this.sampleRateHz };
  }

  /** The loudest that was heard since this was last asked, 0–1. */
  takePeak(): number {
    const peak = this.#peak;
    this.#peak = 0;
    return peak;
  }

  #remember(samples: Float32Array): void {
    this.#room.push(samples);
    const enough = ROOM_S * this.sampleRateHz;
    while (lengthOf(this.#room) - (this.#room[0]?.length ?? 0) >= enough) this.#room.shift();
  }
}

function lengthOf(chunks: readonly Float32Array[]): number {
  return chunks.reduce((length, chunk) => length + chunk.length, 0);
}

function joined(chunks: readonly Float32Array[]): Float32Array<ArrayBuffer> {
  const whole = new Float32Array(lengthOf(chunks));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
