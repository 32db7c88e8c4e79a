/** One server-sent event: its name (`message` when unnamed) and its data lines joined. */
export interface ServerSentEvent {
  name: string;
  data: string;
}

/**
 * Reads the `text/event-stream` format (WHATWG HTML §9.2.6) from text that may be cut anywhere,
 * even between a carriage return and its line feed.
 */
export class EventStreamParser {
  #rest = "";
  #name = "";
  #data: string[] = [];
  #started = false;
  #lineFeedMayFollow = false;

  /** Takes the next piece of the stream and answers the events it completes. */
  push(piece: string): ServerSentEvent[] {
    let text = piece;
    if (!this.#started && text !== "") {
      this.#started = true;
      if (text.startsWith("\uFEFF")) text = text.slice(1);
    }
    if (this.#lineFeedMayFollow && text !== "") {
      this.#lineFeedMayFollow = false;
      if (text.startsWith("\n")) text = text.slice(1);
    }
    if (text.endsWith("\r")) this.#lineFeedMayFollow = true;
    const lines = (this.#rest + text).split(/\r\n|\n|\r/);
    this.#rest = lines.pop() ?? "";
    return lines.flatMap((line) => this.#take(line));
  }

  #take(line: string): ServerSentEvent[] {
    if (line === "") return this.#dispatch();
    const colon = line.indexOf(":");
    const field = colon === -1 ? line : line.slice(0, colon);
    const value = colon === -1 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (field === "event") this.#name = value;
    if (field === "data") this.#data.push(value);
    return [];
  }

  #dispatch(): ServerSentEvent[] {
    const event = { name: this.#name || "message", data: this.#data.join("\n") };
    const hasData = this.#data.length > 0;
    this.#name = "";
    this.#data = [];
    return hasData ? [event] : [];
  }
}

/** Yields the events of a response body as they arrive; a last event without its blank line is dropped. */
export async function* readEventStream(body: ReadableStream<Uint8Array>): AsyncGenerator<ServerSentEvent> {
  const reader = body.getReader();
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const parser = new EventStreamParser();
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      yield* parser.push(decoder.decode(value, { stream: true }));
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
