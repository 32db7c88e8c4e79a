import { describe, expect, it } from "vitest";
import { EventStreamParser, readEventStream } from "./eventStream";

const STREAM =
  '\uFEFFevent: speech.audio.delta\r\ndata: {"text":"سلام 😀"}\r\n\r\n: still there\n\ndata: one\ndata:two\r\rid: 7\nretry: 5\nevent\ndata\n\n';

const EVENTS = [
  { name: "speech.audio.delta", data: '{"text":"سلام 😀"}' },
  { name: "message", data: "one\ntwo" },
  { name: "message", data: "" },
];

function bodyOf(bytes: Uint8Array, size: number): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) {
        controller.close();
        return;
      }
      controller.enqueue(bytes.slice(at, at + size));
      at += size;
    },
  });
}

async function read(text: string, size: number) {
  const events = [];
  for await (const event of readEventStream(bodyOf(new TextEncoder().encode(text), size))) events.push(event);
  return events;
}

describe("an event stream", () => {
  it.each([1, 2, 3, 5, 7, 64, 1000])("is read alike when it is cut every %i bytes", async (size) => {
    expect(await read(STREAM, size)).toEqual(EVENTS);
  });

  it("is read alike when it is cut once, anywhere", () => {
    for (let cut = 0; cut <= STREAM.length; cut += 1) {
      const parser = new EventStreamParser();
      const events = [...parser.push(STREAM.slice(0, cut)), ...parser.push(STREAM.slice(cut))];
      expect(events, `cut at ${cut}`).toEqual(EVENTS);
    }
  });

  it("drops a last event that was not finished", async () => {
    expect(await read("data: whole\n\ndata: half\n", 4)).toEqual([{ name: "message", data: "whole" }]);
  });

  it("is released when its reader stops early", async () => {
    let cancelled = false;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        controller.enqueue(new TextEncoder().encode("data: more\n\n"));
      },
      cancel: () => {
        cancelled = true;
      },
    });
    for await (const event of readEventStream(body)) {
      expect(event.data).toBe("more");
      break;
    }
    expect(cancelled).toBe(true);
  });
});
