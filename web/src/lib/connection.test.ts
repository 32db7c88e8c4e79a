import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { isConnected, onConnection, probe, reach } from "@/lib/connection";

const silence = () => Promise.reject(new TypeError("Failed to fetch"));
const answered = (status: number, type: string) => () =>
  Promise.resolve(new Response("", { status, headers: { "Content-Type": type } }));

/** What comes of every call from now on. */
function line(answer: () => Promise<Response>) {
  vi.stubGlobal("fetch", vi.fn(answer));
}

beforeEach(async () => {
  line(answered(200, "application/json"));
  await probe();
});

afterEach(() => {
  vi.unstubAllGlobals();
});

test.each([
  ["no answer", silence],
  ["a proxy's 502", answered(502, "text/html")],
  ["a proxy's 503", answered(503, "text/html")],
])("%s is a studio that cannot be reached", async (_, answer) => {
  line(answer);
  await expect(reach("/api/voices")).rejects.toMatchObject({ status: 0, code: "unreachable" });
  expect(await probe()).toBe(false);
  expect(isConnected()).toBe(false);
});

test("the studio's own refusals are answers", async () => {
  line(answered(503, "application/problem+json"));
  expect((await reach("/api/voices")).status).toBe(503);
  expect(isConnected()).toBe(true);
});

test("one call that broke off is no lost connection while the studio answers", async () => {
  const calls = vi.fn(answered(200, "application/json")).mockImplementationOnce(silence);
  vi.stubGlobal("fetch", calls);
  await expect(reach("/api/voices")).rejects.toMatchObject({ code: "unreachable" });
  expect(await probe()).toBe(true);
  expect(isConnected()).toBe(true);
});

test("who listens hears once that it is lost, and once that it is back", async () => {
  const heard: boolean[] = [];
  const stop = onConnection(() => heard.push(isConnected()));
  line(silence);
  await probe();
  await probe();
  line(answered(200, "application/json"));
  await reach("/api/voices");
  stop();
  expect(heard).toEqual([false, true]);
});

test("what was cancelled says nothing about the connection", async () => {
  line(() => Promise.reject(new DOMException("", "AbortError")));
  await expect(reach("/api/voices")).rejects.toBeInstanceOf(DOMException);
  expect(isConnected()).toBe(true);
});
