import { expect, test } from "vitest";
import { Capture, ROOM_S } from "./Capture";

const RATE = 1000;
const chunk = (value: number, length = 100) => new Float32Array(length).fill(value);

test("a take begins with the room as it was before the key", () => {
  const capture = new Capture(RATE);
  for (const value of [0.1, 0.2, 0.3, 0.4, 0.5]) capture.hear(chunk(value));
  capture.start();
  capture.hear(chunk(0.9));
  const { samples, sampleRateHz } = capture.stop();
  expect(sampleRateHz).toBe(RATE);
  expect(samples.length).toBe(ROOM_S * RATE + 100);
  expect([samples[0], samples[299], samples[300]].map((sample) => sample?.toFixed(1))).toEqual([
    "0.3",
    "0.5",
    "0.9",
  ]);
});

test("what is heard between takes is in neither", () => {
  const capture = new Capture(RATE);
  capture.start();
  capture.hear(chunk(0.1, 50));
  expect(capture.stop().samples.length).toBe(50);
  for (let times = 0; times < 20; times += 1) capture.hear(chunk(0.2));
  capture.start();
  expect(capture.stop().samples.length).toBe(ROOM_S * RATE);
});

test("the loudest since the last look is told", () => {
  const capture = new Capture(RATE);
  capture.hear(new Float32Array([0.1, -0.6, 0.2]));
  expect(capture.takePeak()).toBeCloseTo(0.6);
  expect(capture.takePeak()).toBe(0);
});
