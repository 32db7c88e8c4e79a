import { describe, expect, it } from "vitest";
import { Problem } from "@/lib/problem";
import type { SpeechDelta, SpeechRequest } from "@/lib/speech";
import { Maker } from "./Maker";
import type { Making, Source } from "./making";
import type { Place, Plan } from "./places";

const REQUEST: SpeechRequest = { text: "یک. دو.", voice: "amir", speed: 1, mode: "formal", ssml: false };

const problem = (status: number, code: string) => new Problem({ status, code });
const delta = (textStart: number, textEnd: number, progress: number): SpeechDelta => ({
  pcm: new Uint8Array(2),
  sampleRateHz: 8000,
  textStart,
  textEnd,
  progress,
});

/** A place that gives some passages and then fails, or is done; it notes what it was asked. */
function place(deltas: SpeechDelta[], failure?: unknown) {
  const asked: SpeechRequest[] = [];
  const source: Source = async function* (request) {
    asked.push(request);
    for (const one of deltas) yield await Promise.resolve(one);
    if (failure !== undefined) throw failure;
  };
  return { source, asked };
}

const WHOLE = [delta(0, 3, 50), delta(4, 7, 100)];

async function speak(plan: Plan, server: Source, browser: Source, request = REQUEST) {
  const maker = new Maker({ server, browser });
  const heard: SpeechDelta[] = [];
  const abort = new AbortController();
  const spoken = (async () => {
    for await (const one of maker.streamBy(plan)(request, abort.signal)) heard.push(one);
  })();
  const failure: unknown = await spoken.then(
    () => null,
    (reason: unknown) => reason,
  );
  return { heard, failure, making: maker.making };
}

describe("making speech", () => {
  it("stays where it works", async () => {
    const [server, browser] = [place(WHOLE), place(WHOLE)];
    const { heard, failure, making } = await speak(["browser", "server"], server.source, browser.source);
    expect({ heard, failure }).toEqual({ heard: WHOLE, failure: null });
    expect(making).toEqual({ place: "browser", loading: null, moved: null });
    expect(server.asked).toEqual([]);
  });

  it.each<[Place, unknown, Making["moved"]]>([
    ["server", Problem.unreachable(), "unreachable"],
    ["server", problem(0, "speech_interrupted"), "unreachable"],
    ["server", problem(429, "too_many_requests"), "busy"],
    ["server", problem(503, "voice_damaged"), "broken"],
    ["server", problem(404, "voice_not_found"), "noVoice"],
    ["browser", Problem.unreachable(), "offline"],
    ["browser", new TypeError("Failed to fetch dynamically imported module"), "offline"],
    ["browser", new RangeError("WebAssembly.Memory(): could not allocate memory"), "memory"],
    ["browser", problem(0, "reader_unavailable"), "reader"],
    ["browser", problem(422, "voice_damaged"), "voice"],
    ["browser", problem(503, "engine_unavailable"), "failed"],
    ["browser", new Error("unforeseen"), "failed"],
  ])("that fails on the %s with %s goes on in the other place", async (first, reason, moved) => {
    const [failing, standing] = [place([], reason), place(WHOLE)];
    const [second, server, browser] =
      first === "server"
        ? (["browser", failing, standing] as const)
        : (["server", standing, failing] as const);
    const { heard, failure, making } = await speak([first, second], server.source, browser.source);
    expect({ heard, failure }).toEqual({ heard: WHOLE, failure: null });
    expect(making).toEqual({ place: second, loading: null, moved });
  });

  it.each<[Place, Problem]>([
    ["server", problem(422, "nothing_to_speak")],
    ["server", problem(401, "not_logged_in")],
    ["browser", problem(422, "ssml_invalid")],
    ["browser", problem(401, "not_logged_in")],
  ])("that the %s refuses for the text or the person is tried nowhere else", async (first, refusal) => {
    const [refusing, other] = [place([], refusal), place(WHOLE)];
    const plan: Plan = first === "server" ? ["server", "browser"] : ["browser", "server"];
    const [server, browser] = first === "server" ? [refusing, other] : [other, refusing];
    const { failure, making } = await speak(plan, server.source, browser.source);
    expect(failure).toBe(refusal);
    expect(making.moved).toBeNull();
    expect(other.asked).toEqual([]);
  });

  it("moves nowhere when the person has said where", async () => {
    const browser = place(WHOLE);
    const { failure } = await speak(["server"], place([], Problem.unreachable()).source, browser.source);
    expect(failure).toMatchObject({ code: "unreachable" });
    expect(browser.asked).toEqual([]);
  });

  it("tells the first trouble when the other place cannot either", async () => {
    const server = place([], Problem.unreachable());
    const browser = place([], problem(0, "reader_unavailable"));
    const { failure, making } = await speak(["server", "browser"], server.source, browser.source);
    expect(failure).toMatchObject({ code: "unreachable" });
    expect(making.moved).toBeNull();
  });

  it("tells what the other place has against the text", async () => {
    const server = place([], Problem.unreachable());
    const browser = place([], problem(422, "nothing_to_speak"));
    const { failure } = await speak(["server", "browser"], server.source, browser.source);
    expect(failure).toMatchObject({ code: "nothing_to_speak" });
  });

  it("that breaks off midway goes on elsewhere with the rest, at its place in the text", async () => {
    const server = place([delta(0, 4, 40)], problem(0, "speech_interrupted"));
    const browser = place([delta(0, 3, 100)]);
    const request = { ...REQUEST, text: "😀یک. دو." };
    const { heard } = await speak(["server", "browser"], server.source, browser.source, request);
    expect(browser.asked).toEqual([{ ...request, text: " دو." }]);
    expect(heard).toEqual([delta(0, 4, 40), delta(4, 7, 100)]);
  });

  it("of a document that breaks off midway is interrupted", async () => {
    const server = place([delta(0, 4, 40)], problem(0, "speech_interrupted"));
    const browser = place(WHOLE);
    const request = { ...REQUEST, text: "<speak>یک. دو.</speak>", ssml: true };
    const { failure } = await speak(["server", "browser"], server.source, browser.source, request);
    expect(failure).toMatchObject({ code: "speech_interrupted" });
    expect(browser.asked).toEqual([]);
  });

  it("shows what is being fetched until there is sound", async () => {
    const shown: Making["loading"][] = [];
    const browser: Source = async function* (_request, _signal, onLoading) {
      onLoading({ loaded: 1, total: 2 });
      yield await Promise.resolve(delta(0, 7, 100));
    };
    const maker = new Maker({ server: place([]).source, browser });
    maker.subscribe(() => shown.push(maker.making.loading));
    const stream = maker.streamBy(["browser"])(REQUEST, new AbortController().signal);
    await stream.next();
    expect(maker.making.loading).toBeNull();
    expect(shown).toContainEqual({ loaded: 1, total: 2 });
  });

  it("that is stopped is tried nowhere else", async () => {
    const abort = new AbortController();
    const server: Source = async function* (_request, signal) {
      yield await Promise.resolve(delta(0, 3, 50));
      signal.throwIfAborted();
    };
    const browser = place(WHOLE);
    const maker = new Maker({ server, browser: browser.source });
    const stream = maker.streamBy(["server", "browser"])(REQUEST, abort.signal);
    await stream.next();
    abort.abort();
    await expect(stream.next()).rejects.toThrow();
    expect(browser.asked).toEqual([]);
  });
});
