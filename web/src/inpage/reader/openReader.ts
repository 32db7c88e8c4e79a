import i18n, { t } from "i18next";
import { Problem } from "@/lib/problem";
import type { Analysis, AnalysisRequest, Fetched, Reader, ReadingRequest, ReadPassage } from "../types";
import type { Answer, Answers, News, Question, ReadingProblem } from "./messages";

/**
 * The text front end in a worker; nothing is fetched before it is asked, and `archive` only then, for its modules.
 *
 * `onFetched` hears how far Python itself has come.
 */
export function openReader(
  archive: () => Promise<ArrayBuffer>,
  onFetched: (fetched: Fetched) => void = () => undefined,
): Reader {
  return new ReaderInWorker(archive, onFetched);
}

class ReaderInWorker implements Reader {
  #starting: Promise<Line> | null = null;
  #line: Line | null = null;

  constructor(
    private readonly archive: () => Promise<ArrayBuffer>,
    private readonly onFetched: (fetched: Fetched) => void,
  ) {}

  async ready(): Promise<void> {
    await this.#started();
  }

  async *read(request: ReadingRequest, signal: AbortSignal): AsyncGenerator<ReadPassage> {
    const line = await unlessAborted(this.#started(), signal);
    const reading = await line.ask("read", { kind: "read", request });
    try {
      for (;;) {
        const passage = await unlessAborted(line.ask("next", { kind: "next", reading }), signal);
        if (passage === null) return;
        yield passage;
      }
    } finally {
      line.tell({ kind: "stop", reading });
    }
  }

  async analyze(request: AnalysisRequest, signal: AbortSignal): Promise<Analysis> {
    const line = await unlessAborted(this.#started(), signal);
    return unlessAborted(line.ask("analyze", { kind: "analyze", request }), signal);
  }

  close(): void {
    this.#line?.close();
    this.#line = this.#starting = null;
  }

  /** The line to the worker; one that did not start is tried again when it is asked for again. */
  #started(): Promise<Line> {
    this.#starting ??= this.#start();
    return this.#starting;
  }

  async #start(): Promise<Line> {
    const line = new Line(this.onFetched);
    this.#line = line;
    try {
      const archive = await this.archive();
      await line.ask("start", { kind: "start", archive }, [archive]);
      return line;
    } catch (error) {
      line.close();
      if (this.#line === line) this.close();
      throw error;
    }
  }
}

interface Waiting {
  resolve: (value: never) => void;
  reject: (reason: Error) => void;
}

/** Questions to one worker, and who waits for their answers. */
class Line {
  readonly #worker = new Worker(new URL("./reader.worker.ts", import.meta.url), { type: "module" });
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;
  #closed = false;

  constructor(onFetched: (fetched: Fetched) => void) {
    this.#worker.onmessage = ({ data }: MessageEvent<Answer | News>) =>
      "fetched" in data ? onFetched(data.fetched) : this.#hear(data);
    this.#worker.onerror = () => this.#fail(unavailable());
  }

  ask<Kind extends keyof Answers>(
    _kind: Kind,
    question: Extract<Question, { kind: Kind }>,
    given: Transferable[] = [],
  ): Promise<Answers[Kind]> {
    if (this.#closed) return Promise.reject(closed());
    const id = this.#asked++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, question }, given);
    });
  }

  /** Says something whose answer nobody waits for. */
  tell(question: Question): void {
    if (!this.#closed) this.#worker.postMessage({ id: this.#asked++, question });
  }

  close(): void {
    this.#closed = true;
    this.#worker.terminate();
    this.#fail(closed());
  }

  #hear(answer: Answer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if ("value" in answer) waiting?.resolve(answer.value as never);
    else waiting?.reject("problem" in answer ? problemOf(answer.problem) : unavailable(answer.fault));
  }

  #fail(reason: Error): void {
    for (const { reject } of this.#waiting.values()) reject(reason);
    this.#waiting.clear();
  }
}

function problemOf(problem: ReadingProblem): Problem {
  const language = i18n.language === "en" ? "en" : "fa";
  return new Problem({ status: 422, code: problem.code, detail: problem[language] });
}

/** The reader itself does not work here. */
function unavailable(fault?: string): Problem {
  if (fault !== undefined) console.error(fault);
  return new Problem({ status: 0, code: "reader_unavailable", detail: t("inpage.readerUnavailable") });
}

function closed(): DOMException {
  return new DOMException("the reader was closed", "AbortError");
}

/** What was promised, or the reason why it is no longer wanted. */
function unlessAborted<Value>(promised: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const leave = () => reject(signal.reason as Error);
    if (signal.aborted) leave();
    signal.addEventListener("abort", leave, { once: true });
    promised.then(resolve, reject).finally(() => signal.removeEventListener("abort", leave));
  });
}
