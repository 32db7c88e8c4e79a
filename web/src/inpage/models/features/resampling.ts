/** A low-pass filter: its middle and the half length of its window by the lower half rate, and Kaiser's β. */
interface Filter {
  middle: number;
  length: number;
  beta: number;
}

/**
 * What the server's resampler (libsoxr, its usual quality) does to a spectrum: all of it up to 0.9136 of the lower half
 * rate, half of it at 0.9568, nothing from 1 on. Where one rate is a few times the other it is this filter to the last
 * bits of single precision; else it works in two steps, and one filter comes within 0.03 % of the power of white noise.
 */
const ONE_STEP: Filter = { middle: 0.956872, length: 48.42, beta: 13.039 };
const TWO_STEPS: Filter = { middle: 0.956842, length: 53.0, beta: 14.92 };
const FEW = 4;

/** Samples at another rate: round(samples · to / from) of them. */
export function resampled(samples: Float32Array, fromHz: number, toHz: number): Float32Array {
  if (fromHz === toHz) return samples;
  const divisor = greatestDivisor(fromHz, toHz);
  const [phases, step] = [toHz / divisor, fromHz / divisor];
  const lower = Math.min(fromHz, toHz) / 2;
  const filter = Math.min(phases, step) <= FEW ? ONE_STEP : TWO_STEPS;
  const half = (filter.length * fromHz) / lower;
  const reach = Math.ceil(half);
  const cut = (filter.middle * lower) / (fromHz / 2);
  const kernel = memoized(`${fromHz} ${toHz}`, () => kernels(phases, half, cut, filter.beta));
  const made = new Float32Array(Math.floor((samples.length * toHz) / fromHz + 0.5));
  const taps = 2 * reach + 1;
  for (let n = 0; n < made.length; n++) {
    const first = Math.floor((n * step) / phases) - reach;
    const weights = ((n * step) % phases) * taps;
    let sum = 0;
    const until = Math.min(taps, samples.length - first);
    for (let tap = Math.max(0, -first); tap < until; tap++)
      sum += samples[first + tap]! * kernel[weights + tap]!;
    made[n] = sum;
  }
  return made;
}

/** For each of the places between two samples, the weights of the samples around: [phases, 2 · reach + 1]. */
function kernels(phases: number, half: number, cut: number, beta: number): Float64Array {
  const reach = Math.ceil(half);
  const taps = 2 * reach + 1;
  const made = new Float64Array(phases * taps);
  const whole = bessel(beta);
  for (let phase = 0; phase < phases; phase++) {
    for (let tap = 0; tap < taps; tap++) {
      const away = tap - reach - phase / phases;
      const window = bessel(beta * Math.sqrt(Math.max(0, 1 - (away / half) ** 2))) / whole;
      made[phase * taps + tap] = cut * sinc(cut * away) * (Math.abs(away) <= half ? window : 0);
    }
  }
  return made;
}

let last: { key: string; kernel: Float64Array } | null = null;

function memoized(key: string, make: () => Float64Array): Float64Array {
  if (last?.key !== key) last = { key, kernel: make() };
  return last.kernel;
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
}

/** The modified Bessel function of the first kind and order 0. */
function bessel(x: number): number {
  let [sum, term] = [1, 1];
  for (let n = 1; term > sum * 1e-17; n++) {
    term *= (x / (2 * n)) ** 2;
    sum += term;
  }
  return sum;
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}
