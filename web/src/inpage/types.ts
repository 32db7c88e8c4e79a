import type { paths } from "@/client/schema";
import type { Mode, SpeechDelta, SpeechRequest } from "@/lib/speech";

/** How a person wants words said: IPA of Bazgoo's alphabet by spelling, as `GET /api/lexicon` gives them. */
export type Lexicon = Readonly<Record<string, string>>;

/** What is to be read. */
export interface ReadingRequest {
  text: string;
  mode: Mode;
  ssml: boolean;
  lexicon: Lexicon;
  /** The content of the Piper voice's JSON, whose ids are wanted. */
  voiceConfig: string;
}

/** A text whose reading is asked for. */
export type AnalysisRequest = Omit<ReadingRequest, "voiceConfig">;

/** How a text is read, word by word: what `/api/text/analyze` answers. */
export type Analysis = paths["/api/text/analyze"]["post"]["responses"][200]["content"]["application/json"];

/** One passage, as the front end of the server reads it too: what `speech/speaker.py` needs to speak it. */
export interface ReadPassage {
  /** Ids of the voice's symbols, as the server would give them to the graph; empty when nothing in it is said. */
  ids: readonly number[];
  ipa: string;
  /** Where its text starts and ends, in code points. */
  start: number;
  end: number;
  /** The silence after it, in seconds at the usual speed. */
  pauseS: number;
  /** Times the asked speed. */
  rate: number;
  gainDb: number;
}

/** The text front end, in a worker of its own. */
export interface Reader {
  /** Loads it, once; what comes after asks for it anyway. */
  ready(): Promise<void>;
  /** Reads passage by passage; throws a Problem with the server's code and sentences (`nothing_to_speak`, `ssml_invalid` …). */
  read(request: ReadingRequest, signal: AbortSignal): AsyncGenerator<ReadPassage>;
  /** How a text is read, word by word; throws the same. */
  analyze(request: AnalysisRequest, signal: AbortSignal): Promise<Analysis>;
  close(): void;
}

/** A voice in the memory of a worker. */
export interface LoadedVoice {
  readonly sampleRateHz: number;
  /** The number of the speaker whose name stands behind `#` in the voice's id; 0 for any other name. */
  speaker(name: string): number;
  /** Samples within ±1, as `PiperGraph.run` makes them; `speed` 1 is the voice's own pace. */
  synthesize(ids: readonly number[], speed: number, speaker?: number): Promise<Float32Array<ArrayBuffer>>;
  close(): void;
}

/** How far something is on its way into the browser; `total` 0 when nobody knows. */
export interface Fetched {
  loaded: number;
  total: number;
}

/** What the browser keeps to work without a network. */
export interface KeptFile {
  key: string;
  /** What it is for a person: the name of a voice or model. */
  name: string;
  kind: "voice" | "model" | "reader";
  bytes: number;
  /** Which of its files are here, such as `config` and `model`. */
  parts: readonly string[];
  keptAt: string;
}

/** Speaks in the page: the same request and the same passages as `streamSpeech` of the server. */
export type StreamInPage = (
  request: SpeechRequest,
  signal: AbortSignal,
  onLoading?: (fetched: Fetched) => void,
) => AsyncGenerator<SpeechDelta>;
