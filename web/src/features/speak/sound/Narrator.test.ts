import { describe, expect, it } from "vitest";
import type { SpeechRequest } from "@/lib/speech";
import { readDeltas } from "../api/streamSpeech";
import { Narrator } from "./Narrator";
import { Player } from "./Player";

const RATE = 8000;
const REQUEST: SpeechRequest = { text: "یک. دو.", voice: "espeak-fa", speed: 1, mode: "formal", ssml: false };

/** A stream whose passages of a quarter second are sent one by one, as the test says. */
function stream() {
  let channel: ReadableStreamDefaultController<Uint8Array> | undefined;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      channel = controller;
    },
  });
  const send = (text: string) => channel?.enqueue(new TextEncoder().encode(text));
  const audio = btoa("\u0000\u0010".repeat(RATE / 4));
  return {
    response: new Response(body, { headers: { "X-Sample-Rate": `${RATE}` } }),
    passage: (from: number, to: number, progress: number) => {
      const data = JSON.stringify({ audio, text_start: from, text_end: to, progress });
      send(`event: speech.audio.delta\ndata: ${data}\n\n`);
    },
    done: () => {
      send("event: speech.audio.done\ndata: {}\n\n");
    },
    cut: () => {
      channel?.error(new TypeError("network error"));
    },
  };
}

function narrate() {
  const server = stream();
  const signals: AbortSignal[] = [];
  const narrator = new Narrator(new Player());
  const speak = () =>
    narrator.speak(REQUEST, (_, signal) => {
      signals.push(signal);
      return readDeltas(server.response);
    });
  const until = (fact: () => boolean) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (fact()) resolve();
      };
      narrator.subscribe(look);
      look();
    });
  return { server, narrator, speak, signals, until };
}

describe("a narration", () => {
  it("shows what has arrived before all has", async () => {
    const { server, narrator, speak, until } = narrate();
    const spoken = speak();
    expect(narrator.narration).toMatchObject({ phase: "making", request: REQUEST, clips: [] });
    server.passage(0, 3, 40);
    await until(() => narrator.narration.clips.length === 1);
    expect(narrator.narration).toMatchObject({ phase: "making", progress: 40 });
    server.passage(4, 7, 100);
    server.done();
    expect(await spoken).toBe(0.5);
    expect(narrator.narration).toMatchObject({ phase: "whole", progress: 100, failure: null });
    expect(narrator.narration.clips.map((clip) => clip.startS)).toEqual([0, 0.25]);
    expect(narrator.narration.levels.length).toBeGreaterThan(20);
  });

  it("keeps what has arrived when the connection breaks, and says so", async () => {
    const { server, narrator, speak, until } = narrate();
    const spoken = speak();
    server.passage(0, 3, 40);
    await until(() => narrator.narration.clips.length === 1);
    server.cut();
    expect(await spoken).toBe(0.25);
    expect(narrator.narration).toMatchObject({ phase: "failed", progress: 40 });
    expect(narrator.narration.clips).toHaveLength(1);
    expect(narrator.narration.failure?.code).toBe("speech_interrupted");
  });

  it("stops asking when it is stopped, and keeps what has arrived", async () => {
    const { server, narrator, speak, signals, until } = narrate();
    const spoken = speak();
    server.passage(0, 3, 40);
    await until(() => narrator.narration.clips.length === 1);
    narrator.stop();
    expect(signals[0]?.aborted).toBe(true);
    server.passage(4, 7, 100);
    expect(await spoken).toBe(0.25);
    expect(narrator.narration).toMatchObject({ phase: "stopped", failure: null });
    expect(narrator.narration.clips).toHaveLength(1);
  });
});
