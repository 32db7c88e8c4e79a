import { describe, expect, it } from "vitest";
import type { Problem } from "@/lib/problem";
import { readDeltas } from "./streamSpeech";

const DELTA =
  'event: speech.audio.delta\ndata: {"type":"speech.audio.delta","audio":"AAABAA==","text_start":0,"text_end":4,"start_s":0,"duration_s":0.1,"progress":50}\n\n';
const DONE =
  'event: speech.audio.done\ndata: {"type":"speech.audio.done","duration_s":0.1,"sample_rate":22050}\n\n';
const ERROR =
  'event: error\ndata: {"status":503,"code":"voice_damaged","detail":"پروندهٔ این صدا خراب است."}\n\n';

const answer = (body: string) => new Response(body, { headers: { "X-Sample-Rate": "22050" } });

async function collect(response: Response) {
  const deltas = [];
  for await (const delta of readDeltas(response)) deltas.push(delta);
  return deltas;
}

describe("a stream of speech", () => {
  it("gives samples, their rate and their place in the text", async () => {
    const deltas = await collect(answer(DELTA + DONE));
    expect(deltas).toEqual([
      { pcm: new Uint8Array([0, 0, 1, 0]), sampleRateHz: 22050, textStart: 0, textEnd: 4, progress: 50 },
    ]);
  });

  it("that ends before it is done is interrupted speech", async () => {
    await expect(collect(answer(DELTA))).rejects.toMatchObject({
      code: "speech_interrupted",
    } satisfies Partial<Problem>);
  });

  it("that breaks is interrupted speech", async () => {
    const body = new ReadableStream({
      start(controller) {
        controller.error(new TypeError("network error"));
      },
    });
    const response = new Response(body, { headers: { "X-Sample-Rate": "22050" } });
    await expect(collect(response)).rejects.toMatchObject({ code: "speech_interrupted" });
  });

  it("passes on the server's sentence about an error midway", async () => {
    await expect(collect(answer(DELTA + ERROR))).rejects.toMatchObject({
      status: 503,
      code: "voice_damaged",
      message: "پروندهٔ این صدا خراب است.",
    });
  });
});
