/** The power |X|² of the Fourier transform of real numbers, bins 0 to size / 2, in double precision. */
export class Fourier {
  readonly #cos: Float64Array;
  readonly #sin: Float64Array;
  readonly #real: Float64Array;
  readonly #imaginary: Float64Array;
  readonly #reversed: Uint32Array | null;

  constructor(readonly size: number) {
    this.#cos = Float64Array.from({ length: size }, (_, n) => Math.cos((2 * Math.PI * n) / size));
    this.#sin = Float64Array.from({ length: size }, (_, n) => Math.sin((2 * Math.PI * n) / size));
    this.#real = new Float64Array(size);
    this.#imaginary = new Float64Array(size);
    this.#reversed = Number.isInteger(Math.log2(size)) ? reversedBits(size) : null;
  }

  /** Of `frame`, as if zeros followed it, into `power`. */
  power(frame: Float64Array, power: Float64Array): void {
    if (this.#reversed) this.#fast(frame, this.#reversed);
    else this.#plain(frame);
    for (let bin = 0; bin < power.length; bin++) {
      const [real, imaginary] = [this.#real[bin] ?? 0, this.#imaginary[bin] ?? 0];
      power[bin] = real * real + imaginary * imaginary;
    }
  }

  /** Cooley and Tukey's way, for powers of two. */
  #fast(frame: Float64Array, reversed: Uint32Array): void {
    const [real, imaginary, cos, sin, size] = [this.#real, this.#imaginary, this.#cos, this.#sin, this.size];
    for (let n = 0; n < size; n++) real[n] = frame[reversed[n]!] ?? 0;
    imaginary.fill(0);
    for (let half = 1; half < size; half *= 2) {
      const step = size / (2 * half);
      for (let start = 0; start < size; start += 2 * half) {
        for (let n = 0; n < half; n++) {
          const [a, b] = [start + n, start + n + half];
          const [c, s] = [cos[n * step]!, sin[n * step]!];
          const x = real[b]! * c + imaginary[b]! * s;
          const y = imaginary[b]! * c - real[b]! * s;
          real[b] = real[a]! - x;
          imaginary[b] = imaginary[a]! - y;
          real[a] = real[a]! + x;
          imaginary[a] = imaginary[a]! + y;
        }
      }
    }
  }

  /** By the definition, for any other size. */
  #plain(frame: Float64Array): void {
    for (let bin = 0; bin <= this.size / 2; bin++) {
      let [real, imaginary] = [0, 0];
      for (let n = 0; n < frame.length; n++) {
        const at = (bin * n) % this.size;
        real += frame[n]! * this.#cos[at]!;
        imaginary -= frame[n]! * this.#sin[at]!;
      }
      this.#real[bin] = real;
      this.#imaginary[bin] = imaginary;
    }
  }
}

function reversedBits(size: number): Uint32Array {
  const bits = Math.log2(size);
  return Uint32Array.from({ length: size }, (_, n) => {
    let turned = 0;
    for (let bit = 0; bit < bits; bit++) turned |= ((n >> bit) & 1) << (bits - 1 - bit);
    return turned;
  });
}
