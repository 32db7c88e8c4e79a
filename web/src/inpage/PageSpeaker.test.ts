import { expect, test, vi } from "vitest";
import type { SpeechDelta, SpeechRequest } from "@/lib/speech";
import { PageSpeaker, type OpenedVoice } from "./PageSpeaker";
import type { Reader, ReadPassage } from "./types";

const REQUEST: SpeechRequest = {
  text: "سلام. 😀 خداحافظ",
  voice: "choir#b",
  speed: 2,
  mode: "formal",
  ssml: false,
};
const PASSAGE: ReadPassage = { ids: [1], ipa: "a", start: 0, end: 5, pauseS: 0.5, rate: 1, gainDb: 0 };

function reading(passages: ReadPassage[]): Reader {
  return {
    ready: () => Promise.resolve(),
    // eslint-disable-next-line @typescript-eslint/require-await -- a reader that has read already
    read: async function* () {
      yield* passages;
    },
    analyze: () => Promise.resolve({ normalized: "", sentences: [] }),
    close: vi.fn(),
  };
}

function speaking(passages: ReadPassage[]) {
  const synthesize = vi.fn(() => Promise.resolve(Float32Array.of(1, -1)));
  const close = vi.fn();
  const voice: OpenedVoice = {
    config: "{}",
    sampleRateHz: 1000,
    speaker: (name) => (name === "b" ? 1 : 0),
    synthesize,
    close,
  };
  const open = vi.fn(() => () => Promise.resolve(voice));
  const reader = () => Promise.resolve(reading(passages));
  const speaker = new PageSpeaker({ reader, voice: open, lexicon: () => Promise.resolve({}) });
  return { speaker, synthesize, close, open };
}

async function all(deltas: AsyncGenerator<SpeechDelta>): Promise<SpeechDelta[]> {
  const found: SpeechDelta[] = [];
  for await (const delta of deltas) found.push(delta);
  return found;
}

const none = () => new AbortController().signal;

test("a passage has its place, its silence at the asked speed, and progress in code points", async () => {
  const { speaker } = speaking([PASSAGE, { ...PASSAGE, ids: [], start: 5, end: 16 }]);
  const [first, second] = await all(speaker.stream(REQUEST, none()));
  expect(first).toMatchObject({ textStart: 0, textEnd: 5, sampleRateHz: 1000, progress: 33 });
  expect([first?.pcm.length, second?.pcm.length]).toEqual([2 * (2 + 250), 2 * 250]);
});

test("the pace is the asked one times the passage's, within what voices can", async () => {
  const { speaker, synthesize } = speaking([PASSAGE, { ...PASSAGE, rate: 3 }, { ...PASSAGE, rate: 0.01 }]);
  await all(speaker.stream(REQUEST, none()));
  expect(synthesize.mock.calls).toEqual([
    [[1], 2, 1],
    [[1], 4, 1],
    [[1], 0.25, 1],
  ]);
});

test("the speakers of one model share it; another model takes its place", async () => {
  const { speaker, close, open } = speaking([PASSAGE]);
  for (const id of ["choir#b", "choir#a", "solo"])
    await all(speaker.stream({ ...REQUEST, voice: id }, none()));
  expect(open.mock.calls).toEqual([["choir#b"], ["solo"]]);
  await vi.waitFor(() => expect(close).toHaveBeenCalledOnce());
});

test("it ends at once when nobody listens any more", async () => {
  const { speaker, synthesize } = speaking([PASSAGE]);
  synthesize.mockReturnValue(new Promise(() => undefined));
  const stop = new AbortController();
  const ended = expect(all(speaker.stream(REQUEST, stop.signal))).rejects.toMatchObject({
    name: "AbortError",
  });
  await vi.waitFor(() => expect(synthesize).toHaveBeenCalled());
  stop.abort();
  await ended;
});
