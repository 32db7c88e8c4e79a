import type { SpeechDelta, SpeechRequest } from "@/lib/speech";
import { pcmOf, toEven } from "./pcm";
import { adding } from "./progress";
import { modelOf } from "./shelf/voiceKey";
import type { Analysis, AnalysisRequest, Fetched, Lexicon, LoadedVoice, Reader, ReadPassage } from "./types";
import { unlessAborted, Warm, type Load } from "./warm";

/** A voice, whoever of its speakers speaks. */
export interface OpenedVoice extends LoadedVoice {
  /** The JSON beside its graph, which the reader asks for. */
  readonly config: string;
}

/** Where a speaker has from what it speaks with; the studio and a page of its own have different ones. */
export interface Sources {
  reader: Load<Reader>;
  /** By the id of the voice; all speakers of its model come with it. */
  voice: (id: string) => Load<OpenedVoice>;
  lexicon: () => Promise<Lexicon>;
}

/** The slowest and the fastest; 1 is the voice's own pace. */
const SPEEDS = [0.25, 4] as const;

/** Speaks in the page, passage by passage: what `speech/speaker.py` does on the server. */
export class PageSpeaker {
  readonly #reader: Warm<Reader>;
  #voice: { model: string; warm: Warm<OpenedVoice> } | null = null;

  constructor(private readonly sources: Sources) {
    this.#reader = new Warm(sources.reader);
  }

  /** Yields the sound of a text as it is made; throws the Problems of reading, of the voice and of fetching them. */
  async *stream(
    request: SpeechRequest,
    signal: AbortSignal,
    onLoading: (fetched: Fetched) => void = () => undefined,
  ): AsyncGenerator<SpeechDelta> {
    const lexicon = this.sources.lexicon();
    const [reader, voice] = await this.#load(request.voice, signal, onLoading);
    const { text, mode, ssml, speed } = request;
    const reading = { text, mode, ssml, lexicon: await unlessAborted(lexicon, signal) };
    const say = saying(voice, request, signal);
    for await (const passage of ahead(reader.read({ ...reading, voiceConfig: voice.config }, signal))) {
      const samples = await say(passage);
      signal.throwIfAborted();
      const silence = toEven((passage.pauseS / speed) * voice.sampleRateHz);
      yield {
        pcm: pcmOf(samples, passage.gainDb, silence),
        sampleRateHz: voice.sampleRateHz,
        textStart: passage.start,
        textEnd: passage.end,
        progress: Math.floor((100 * passage.end) / [...text].length),
      };
    }
  }

  /** How a text is read, word by word; throws the Problems of reading and of fetching the reader. */
  async analyze(request: Omit<AnalysisRequest, "lexicon">, signal: AbortSignal): Promise<Analysis> {
    const lexicon = this.sources.lexicon();
    const reader = await this.#reader.get(signal, () => undefined);
    return reader.analyze({ ...request, lexicon: await unlessAborted(lexicon, signal) }, signal);
  }

  /** Loads the reader and a voice, so that what is spoken next begins at once. */
  async prepare(
    voice: string,
    signal: AbortSignal = new AbortController().signal,
    onLoading: (fetched: Fetched) => void = () => undefined,
  ): Promise<void> {
    await this.#load(voice, signal, onLoading);
  }

  #load(
    voice: string,
    signal: AbortSignal,
    onLoading: (fetched: Fetched) => void,
  ): Promise<[Reader, OpenedVoice]> {
    const part = adding(onLoading);
    return Promise.all([this.#reader.get(signal, part()), this.#voiceOf(voice).get(signal, part())]);
  }

  /** One voice is kept in memory, the one used last. */
  #voiceOf(id: string): Warm<OpenedVoice> {
    const model = modelOf(id);
    if (this.#voice?.model !== model) {
      this.#voice?.warm.close();
      this.#voice = { model, warm: new Warm(this.sources.voice(id)) };
    }
    return this.#voice.warm;
  }
}

/** Makes the samples of one passage after another. */
function saying(voice: OpenedVoice, { voice: id, speed }: SpeechRequest, signal: AbortSignal) {
  const at = id.indexOf("#");
  const speaker = voice.speaker(at < 0 ? "" : id.slice(at + 1));
  return async ({ ids, rate }: ReadPassage): Promise<Float32Array> => {
    if (ids.length === 0) return new Float32Array();
    const pace = Math.min(Math.max(speed * rate, SPEEDS[0]), SPEEDS[1]);
    return unlessAborted(voice.synthesize(ids, pace, speaker), signal);
  };
}

/** The same passages, each read while the one before it is being spoken. */
async function* ahead(passages: AsyncGenerator<ReadPassage>): AsyncGenerator<ReadPassage> {
  try {
    let next = passages.next();
    for (let read = await next; !read.done; read = await next) {
      next = passages.next();
      next.catch(() => undefined); // thrown when its turn comes, unless nobody asks any more
      yield read.value;
    }
  } finally {
    void passages.return(undefined);
  }
}
