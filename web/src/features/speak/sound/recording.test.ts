import { Blob as WholeBlob } from "node:buffer";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { barsOf, LEVELS_PER_S, PeakMeter } from "./peaks";
import { clipAt, Recording } from "./recording";
import { decodeBase64, wavHeader } from "./wav";

const RATE = 22050;

function tone(samples: number, level: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(new Int16Array(samples).fill(level).buffer);
}

async function bytesOf(blob: Blob): Promise<DataView> {
  return new DataView(await blob.arrayBuffer());
}

beforeAll(() => {
  // What jsdom calls a Blob cannot be read; Node's is the whole standard.
  vi.stubGlobal("Blob", WholeBlob);
});

describe("a WAV header", () => {
  it("says what follows it", () => {
    const header = new DataView(wavHeader(1000, RATE));
    const tag = (at: number) => String.fromCharCode(...new Uint8Array(header.buffer, at, 4));
    expect([tag(0), tag(8), tag(12), tag(36)]).toEqual(["RIFF", "WAVE", "fmt ", "data"]);
    expect(header.getUint32(4, true)).toBe(1036);
    expect(header.getUint16(20, true)).toBe(1);
    expect(header.getUint16(22, true)).toBe(1);
    expect(header.getUint32(24, true)).toBe(RATE);
    expect(header.getUint32(28, true)).toBe(2 * RATE);
    expect(header.getUint16(32, true)).toBe(2);
    expect(header.getUint16(34, true)).toBe(16);
    expect(header.getUint32(40, true)).toBe(1000);
  });
});

describe("base64", () => {
  it("becomes the bytes it stands for", () => {
    expect([...decodeBase64("AP+AfwE=")]).toEqual([0, 255, 128, 127, 1]);
  });
});

describe("a recording", () => {
  it("is as long as its samples", () => {
    const recording = new Recording(RATE);
    recording.add(tone(RATE, 100), 0, 5);
    const second = recording.add(tone(RATE / 2, 100), 6, 9);
    expect(second).toEqual({ textStart: 6, textEnd: 9, startS: 1, durationS: 0.5 });
    expect(recording.durationS).toBe(1.5);
  });

  it("is a WAV file of everything that has arrived, in order", async () => {
    const recording = new Recording(RATE);
    recording.add(tone(2, 1), 0, 1);
    recording.add(tone(1, -2), 1, 2);
    const file = await bytesOf(recording.wav());
    expect(file.byteLength).toBe(44 + 6);
    expect(file.getUint32(40, true)).toBe(6);
    expect([44, 46, 48].map((at) => file.getInt16(at, true))).toEqual([1, 1, -2]);
    expect(recording.wav().type).toBe("audio/wav");
  });

  it("leaves out half a sample", () => {
    const recording = new Recording(RATE);
    recording.add(new Uint8Array([1, 0, 2]), 0, 1);
    expect(recording.durationS).toBe(1 / RATE);
  });

  it("knows which passage sounds when", () => {
    const clips = [0, 1, 2.5].map((startS) => ({ startS, durationS: 1, textStart: 0, textEnd: 0 }));
    expect([-0.1, 0, 0.99, 1, 2.4, 2.5, 99].map((time) => clipAt(clips, time))).toEqual([
      -1, 0, 0, 1, 1, 2, 2,
    ]);
    expect(clipAt([], 1)).toBe(-1);
  });
});

describe("the peaks of a sound", () => {
  it("are the same however the sound is cut", () => {
    const samples = Int16Array.from({ length: RATE }, (_, i) =>
      Math.round(20000 * Math.sin(i / 9) * (i / RATE)),
    );
    const whole = new PeakMeter(RATE);
    whole.add(samples);
    const pieces = new PeakMeter(RATE);
    for (let at = 0; at < RATE; at += 317) pieces.add(samples.subarray(at, at + 317));
    expect(pieces.levels).toEqual(whole.levels);
    expect(whole.levels).toHaveLength(LEVELS_PER_S);
  });

  it("draw together into bars of which the loudest is one", () => {
    expect(barsOf([0.1, 0.2, 0.5, 0.1], 2)).toEqual([0.4, 1]);
    expect(barsOf([0.25], 3)).toEqual([1, 1, 1]);
    expect(barsOf([0, 0], 2)).toEqual([0, 0]);
    expect(barsOf([], 2)).toEqual([0, 0]);
  });
});
