import { expect, test, vi } from "vitest";
import { Warm, type Load } from "./warm";

const hear = () => undefined;
const never = () => new AbortController().signal;
const turn = () => new Promise((resolve) => setTimeout(resolve));

function loading() {
  const things: { resolve: (thing: { close(): void }) => void; signal: AbortSignal }[] = [];
  const load: Load<{ close(): void }> = (signal) =>
    new Promise((resolve) => things.push({ resolve, signal }));
  return { things, warm: new Warm(load) };
}

test("it is loaded once for all, and stays", async () => {
  const { things, warm } = loading();
  const both = Promise.all([warm.get(never(), hear), warm.get(never(), hear)]);
  const thing = { close: vi.fn() };
  things[0]?.resolve(thing);
  expect(await both).toEqual([thing, thing]);
  expect(await warm.get(never(), hear)).toBe(thing);
  expect([things.length, thing.close.mock.calls.length]).toEqual([1, 0]);
});

test("it is given up when the last of those who wait goes away, and not before", async () => {
  const { things, warm } = loading();
  const [one, other] = [new AbortController(), new AbortController()];
  const waiting = [warm.get(one.signal, hear), warm.get(other.signal, hear)];
  const ends = Promise.allSettled(waiting);
  one.abort();
  await turn();
  expect(things[0]?.signal.aborted).toBe(false);
  other.abort();
  expect((await ends).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(things[0]?.signal.aborted).toBe(true);
});

test("what comes after it was given up is closed at once, and loaded anew for the next", async () => {
  const { things, warm } = loading();
  const stop = new AbortController();
  const gone = warm.get(stop.signal, hear).catch(() => null);
  stop.abort();
  await gone;
  const late = { close: vi.fn() };
  things[0]?.resolve(late);
  await turn();
  expect(late.close).toHaveBeenCalledOnce();
  void warm.get(never(), hear);
  expect(things.length).toBe(2);
});

test("loading that fails is tried again", async () => {
  const load = vi.fn<Load<{ close(): void }>>().mockRejectedValue(new Error("away"));
  const warm = new Warm(load);
  await expect(warm.get(never(), hear)).rejects.toThrow("away");
  await expect(warm.get(never(), hear)).rejects.toThrow("away");
  expect(load).toHaveBeenCalledTimes(2);
});
