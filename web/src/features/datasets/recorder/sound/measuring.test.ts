import { expect, test } from "vitest";
import { barsOf, decibels, measure, warningsOf } from "./measuring";

const RATE = 16_000;
const SENTENCE = "پرنده‌ای کوچک روی شاخهٔ درخت لانه ساخته است";

interface Spoken {
  seconds?: number;
  amplitude?: number;
  before?: number;
  noise?: number;
  limit?: number;
}

/** Half a second of a room, someone humming, and the room again. */
function take({ seconds = 3, amplitude = 0.2, before = 0.5, noise = 0.001, limit = Infinity }: Spoken) {
  const samples = new Float32Array((seconds + 1) * RATE);
  const speech = [before * RATE, (before + seconds) * RATE] as const;
  samples.forEach((_, at) => {
    const tone =
      at >= speech[0] && at < speech[1] ? amplitude * Math.sin((2 * Math.PI * 180 * at) / RATE) : 0;
    const hiss = noise * Math.sin(at * at * 0.7);
    samples[at] = Math.min(limit, Math.max(-limit, tone + hiss));
  });
  return { samples, sampleRateHz: RATE };
}

const warnings = (spoken: Spoken, text = SENTENCE) => warningsOf(measure(take(spoken), text));

test("a good take is measured and not warned of", () => {
  const measures = measure(take({}), SENTENCE);
  expect(measures.durationS).toBeCloseTo(4, 2);
  expect(measures.speakingS).toBeCloseTo(3, 1);
  expect(measures.speechDb).toBeCloseTo(20 * Math.log10(0.2 / Math.SQRT2), 0);
  expect(measures.roomDb).toBeCloseTo(20 * Math.log10(0.001 / Math.SQRT2), 0);
  expect(measures.lettersPerS).toBeCloseTo(35 / 3, 0);
  expect(warningsOf(measures)).toEqual([]);
});

test("silence is warned of, and nothing else of it", () => {
  expect(warnings({ amplitude: 0 })).toEqual(["silent"]);
  expect(warnings({ amplitude: 0, noise: 0 })).toEqual(["silent"]);
});

test("who speaks before the key is heard all the same", () => {
  expect(warnings({ before: 0 })).toEqual([]);
});

test("what is cut off at full scale is warned of", () => {
  expect(warnings({ amplitude: 1.5, limit: 1 })).toEqual(["clipped"]);
});

test("a voice too far away is warned of", () => {
  expect(warnings({ amplitude: 0.006, noise: 0.0001 })).toEqual(["quiet"]);
});

test("a loud room is warned of", () => {
  expect(warnings({ amplitude: 0.2, noise: 0.04 })).toEqual(["noisy"]);
});

test("a part of the sentence, or far more time than it takes, is warned of", () => {
  expect(warnings({ seconds: 1 })).toEqual(["fast"]);
  expect(warnings({ seconds: 12 })).toEqual(["slow"]);
});

test("nothing recorded at all is silence", () => {
  const nothing = { samples: new Float32Array(0), sampleRateHz: RATE };
  expect(warningsOf(measure(nothing, SENTENCE))).toEqual(["silent"]);
});

test("a level is told below full scale", () => {
  expect(decibels(1)).toBe(0);
  expect(decibels(0.1)).toBeCloseTo(-20);
  expect(decibels(0)).toBe(-96);
});

test("a wave is drawn from its loudest parts", () => {
  const bars = barsOf(new Float32Array([0, 0.1, -0.7, 0.2, 0, 0]), 3);
  expect(bars.map((bar) => Math.round(10 * bar))).toEqual([1, 7, 0]);
});
