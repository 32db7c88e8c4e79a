import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Sitting, type Means, type Take } from "./Sitting";
import type { Listener } from "@/lib/sound/microphone";

const RATE = 16_000;
const prompt = (id: string) => ({ id, text: "پرنده‌ای روی شاخه لانه ساخته است", phones: null });

let listener: Listener;
let kept: Take[];
let closed: number;
let means: Means;
let sitting: Sitting;

beforeEach(() => {
  vi.useFakeTimers();
  [kept, closed] = [[], 0];
  means = {
    hindrance: () => null,
    open: (_, opened) => {
      listener = opened;
      return Promise.resolve({ sampleRateHz: RATE, deviceId: "one", close: () => void (closed += 1) });
    },
    ask: (after) =>
      Promise.resolve(
        after === null ? { next: prompt("a"), upcoming: [prompt("b")] } : { next: null, upcoming: [] },
      ),
    keep: (take) => Promise.resolve(void kept.push(take)),
  };
  sitting = new Sitting(means);
});

afterEach(() => {
  sitting.close();
  vi.useRealTimers();
});

function hear(seconds: number, amplitude: number): void {
  const samples = new Float32Array(seconds * RATE);
  listener.onSound(samples.map((_, at) => amplitude * Math.sin(at * 0.07) + 0.0005 * Math.sin(at * at)));
}

async function finish(work: Promise<void>): Promise<void> {
  await vi.advanceTimersByTimeAsync(1_000);
  await work;
}

async function read(seconds = 2.5): Promise<void> {
  hear(0.5, 0);
  await finish(sitting.record());
  hear(0.2, 0);
  hear(seconds, 0.2);
}

test("a sentence is read, listened to, kept, and the next one comes", async () => {
  await sitting.ask(true);
  await sitting.open(null);
  await read();
  expect(sitting.state.phase).toBe("recording");
  await finish(sitting.stop());
  expect(sitting.state).toMatchObject({ phase: "reviewing", take: { prompt: { id: "a" }, warnings: [] } });
  await finish(sitting.keep());
  expect(kept.map(({ prompt: { id } }) => id)).toEqual(["a"]);
  expect([sitting.state.phase, sitting.prompt?.id]).toEqual(["ready", "b"]);
});

test("one key may end and keep a good take, but not one that seems wrong", async () => {
  await sitting.ask(true);
  await sitting.open(null);
  await read(0.6);
  await finish(sitting.keep());
  expect(sitting.state).toMatchObject({ phase: "reviewing", take: { warnings: ["fast"] } });
  expect(kept).toEqual([]);
  await read();
  await finish(sitting.keep());
  expect([kept.length, sitting.prompt?.id]).toEqual([1, "b"]);
});

test("to record opens the microphone when it is off", async () => {
  await sitting.ask(true);
  await finish(sitting.record());
  expect(sitting.state.phase).toBe("recording");
});

test("reading again forgets the take before", async () => {
  await sitting.ask(true);
  await sitting.open(null);
  await read();
  await read();
  await finish(sitting.stop());
  expect(sitting.state.take?.measures.durationS).toBeLessThan(3.5);
});

test("a microphone that is refused, missing or pulled out is told apart", async () => {
  await sitting.ask(true);
  const refuse = (name: string) => {
    means.open = () => Promise.reject(new DOMException("", name));
    return sitting.open(null);
  };
  await refuse("NotAllowedError");
  expect(sitting.state).toMatchObject({ phase: "off", trouble: "refused" });
  await refuse("NotFoundError");
  expect(sitting.state.trouble).toBe("missing");
  means.hindrance = () => "insecure";
  await sitting.open(null);
  expect(sitting.state.trouble).toBe("insecure");
});

test("a microphone that is pulled out ends the take", async () => {
  await sitting.ask(true);
  await sitting.open(null);
  await read();
  listener.onLost();
  expect([sitting.state.phase, sitting.state.trouble, closed]).toEqual(["off", "lost", 1]);
});

test("a take that could not be kept stays", async () => {
  await sitting.ask(true);
  await sitting.open(null);
  await read();
  await finish(sitting.stop());
  means.keep = () => Promise.reject(new Error("The disk is full."));
  await finish(sitting.keep());
  expect(sitting.state).toMatchObject({ phase: "reviewing", take: { prompt: { id: "a" } } });
  expect(sitting.state.failure).toBeInstanceOf(Error);
});
