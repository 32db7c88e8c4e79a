/** How many loudness levels describe one second of sound. */
export const LEVELS_PER_S = 50;

/** Collects the loudest level (0–1) of every fiftieth of a second, from sound that comes in pieces. */
export class PeakMeter {
  readonly levels: number[] = [];
  #window: number;
  #filled = 0;
  #loudest = 0;

  constructor(sampleRateHz: number) {
    this.#window = Math.max(1, Math.round(sampleRateHz / LEVELS_PER_S));
  }

  /** Takes the next 16-bit samples. */
  add(samples: Int16Array): void {
    for (const sample of samples) {
      const level = Math.abs(sample) / 32768;
      if (level > this.#loudest) this.#loudest = level;
      this.#filled += 1;
      if (this.#filled === this.#window) {
        this.levels.push(this.#loudest);
        this.#filled = 0;
        this.#loudest = 0;
      }
    }
  }
}

/** Draws `levels` together into `count` bars; the loudest bar is 1, silence is 0. */
export function barsOf(levels: readonly number[], count: number): number[] {
  const bars = Array.from({ length: count }, (_, bar) => {
    const from = Math.floor((bar * levels.length) / count);
    const to = Math.max(from + 1, Math.floor(((bar + 1) * levels.length) / count));
    let loudest = 0;
    for (let i = from; i < to && i < levels.length; i += 1) {
      loudest = Math.max(loudest, levels[i] ?? 0);
    }
    return loudest;
  });
  const loudest = bars.reduce((most, bar) => Math.max(most, bar), 0);
  return loudest === 0 ? bars : bars.map((bar) => bar / loudest);
}
