import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Problem } from "@/lib/problem";
import { Outbox, type Send } from "./Outbox";
import { unkept, type TakeStore } from "./takes";

const WHOSE = { owner: "me", datasetId: "voice" };
const take = (id: string) => ({ prompt: { id, text: `جملهٔ ${id}` }, wav: new Blob(["RIFF"]), durationS: 3 });
const refused = new Problem({ status: 422, code: "audio_unreadable", detail: "خوانده نمی‌شود." });

let store: TakeStore;
let outbox: Outbox;
let sent: string[];
let trouble: (Problem | null)[];

const send: Send = ({ prompt }) => {
  const problem = trouble.shift() ?? null;
  if (problem) return Promise.reject(problem);
  sent.push(prompt.id);
  return Promise.resolve();
};

beforeEach(() => {
  vi.useFakeTimers();
  [sent, trouble] = [[], []];
  store = unkept();
  outbox = new Outbox(Promise.resolve(store), WHOSE, send);
});

afterEach(() => {
  outbox.close();
  vi.useRealTimers();
});

const settle = () => vi.advanceTimersByTimeAsync(0);

test("a take is kept first, then sent and forgotten", async () => {
  trouble = [Problem.unreachable()];
  await outbox.put(take("p1"));
  expect((await store.all()).map(({ prompt }) => prompt.id)).toEqual(["p1"]);
  await outbox.run();
  await outbox.run();
  expect(sent).toEqual(["p1"]);
  expect([await store.all(), outbox.state.takes]).toEqual([[], []]);
});

test("takes are sent in the order they were made", async () => {
  for (const id of ["p1", "p2", "p3"]) {
    await outbox.put(take(id));
    vi.advanceTimersByTime(1);
  }
  await settle();
  expect(sent).toEqual(["p1", "p2", "p3"]);
});

test("when the line is down takes wait, and go when it is back", async () => {
  trouble = [Problem.unreachable(), Problem.unreachable()];
  await outbox.put(take("p1"));
  await settle();
  expect(outbox.state).toMatchObject({ stalled: { code: "unreachable" }, sending: false });
  await vi.advanceTimersByTimeAsync(2_000);
  expect(sent).toEqual([]);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(sent).toEqual(["p1"]);
  expect(outbox.state.stalled).toBeNull();
});

test("the server's own pause is kept", async () => {
  trouble = [new Problem({ status: 429, code: "rate_limited", retryAfterS: 30 })];
  await outbox.put(take("p1"));
  await vi.advanceTimersByTimeAsync(29_000);
  expect(sent).toEqual([]);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(sent).toEqual(["p1"]);
});

test("what the server refuses stays to be seen and does not hold up the others", async () => {
  trouble = [refused];
  await outbox.put(take("p1"));
  vi.advanceTimersByTime(1);
  await outbox.put(take("p2"));
  await settle();
  expect(sent).toEqual(["p2"]);
  expect(outbox.state.takes).toMatchObject([{ prompt: { id: "p1" }, refusal: "خوانده نمی‌شود." }]);
  await outbox.discard(outbox.state.takes[0]?.id ?? "");
  expect(await store.all()).toEqual([]);
});

test("another visit of the same person sends what is left, another person does not", async () => {
  trouble = [Problem.unreachable()];
  await outbox.put(take("p1"));
  await settle();
  outbox.close();
  const stranger = new Outbox(Promise.resolve(store), { ...WHOSE, owner: "you" }, send);
  await stranger.run();
  expect([sent, stranger.state.takes]).toEqual([[], []]);
  const tomorrow = new Outbox(Promise.resolve(store), WHOSE, send);
  await tomorrow.run();
  expect(sent).toEqual(["p1"]);
});
