import { t } from "i18next";
import { Problem } from "@/lib/problem";
import type { SpeechDelta, SpeechRequest } from "@/lib/speech";
import { decodeBase64 } from "../sound/wav";
import { readEventStream, type ServerSentEvent } from "./eventStream";
import { requestSpeech } from "./speech";

interface DeltaData {
  audio: string;
  text_start: number;
  text_end: number;
  progress: number;
}

/** Yields a text's sound passage by passage as the server makes it; throws a Problem when that breaks off. */
export async function* streamSpeech(
  request: SpeechRequest,
  signal: AbortSignal,
): AsyncGenerator<SpeechDelta> {
  const shape = { format: "pcm", stream: true, stream_format: "sse" } as const;
  yield* readDeltas(await requestSpeech(request, shape, signal));
}

/** Reads the passages out of an answered stream. */
export async function* readDeltas(response: Response): AsyncGenerator<SpeechDelta> {
  const sampleRateHz = Number(response.headers.get("X-Sample-Rate"));
  if (!response.body || !(sampleRateHz > 0)) throw interrupted();
  for await (const event of unbroken(readEventStream(response.body))) {
    if (event.name === "speech.audio.done") return;
    if (event.name === "error") throw problemIn(event.data);
    if (event.name === "speech.audio.delta") yield deltaIn(event.data, sampleRateHz);
  }
  throw interrupted();
}

/** The same events; a connection that breaks is interrupted speech. */
async function* unbroken(events: AsyncIterable<ServerSentEvent>): AsyncGenerator<ServerSentEvent> {
  try {
    yield* events;
  } catch (reason) {
    if (reason instanceof DOMException && reason.name === "AbortError") throw reason;
    throw interrupted();
  }
}

function deltaIn(data: string, sampleRateHz: number): SpeechDelta {
  const delta = JSON.parse(data) as DeltaData;
  return {
    pcm: decodeBase64(delta.audio),
    sampleRateHz,
    textStart: delta.text_start,
    textEnd: delta.text_end,
    progress: delta.progress,
  };
}

function problemIn(data: string): Problem {
  const details = JSON.parse(data) as { status: number; code: string; detail: string };
  return new Problem(details);
}

/** The connection ended before the speech did. */
export function interrupted(): Problem {
  return new Problem({ status: 0, code: "speech_interrupted", detail: t("speak.interrupted") });
}
