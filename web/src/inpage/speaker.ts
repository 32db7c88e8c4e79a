import { ownLexicon } from "./lexicon";
import { PageSpeaker, type OpenedVoice } from "./PageSpeaker";
import { adding } from "./progress";
import { openReader } from "./reader/openReader";
import type { Listening } from "./shelf/fetching";
import { fromServer } from "./shelf/fromServer";
import { keep, remove } from "./shelf/shelf";
import { modelOf, voiceKey } from "./shelf/voiceKey";
import type { Reader, StreamInPage } from "./types";
import { isDamage, nameIn, openVoice } from "./voice/openVoice";

const speaker = new PageSpeaker({
  reader: (signal, onFetched) => studioReader({ signal, onFetched }),
  voice: (id) => (signal, onFetched) => studioVoice(id, { signal, onFetched }),
  lexicon: ownLexicon,
});

/** Speaks in the page as the server would, with what the studio's server gives and the browser keeps. */
export const streamInPage: StreamInPage = (request, signal, onLoading) =>
  speaker.stream(request, signal, onLoading);

/** Loads what speaking with a voice in the page takes, so that it then begins at once. */
export const prepareInPage: PageSpeaker["prepare"] = (...given) => speaker.prepare(...given);

/** How a text is read, as the server would answer, by the reader in the page. */
export const analyzeInPage: PageSpeaker["analyze"] = (...given) => speaker.analyze(...given);

async function studioReader({ signal, onFetched = () => undefined }: Listening): Promise<Reader> {
  const part = adding(onFetched);
  const listening = { signal, onFetched: part() };
  const wanted = { key: "reader", part: "archive", name: "", kind: "reader" } as const;
  const reader = openReader(() => keep(wanted, fromServer("/api/reader"), listening), part());
  try {
    await reader.ready();
  } catch (error) {
    reader.close();
    throw error;
  }
  return reader;
}

async function studioVoice(id: string, listening: Listening): Promise<OpenedVoice> {
  const kept = { key: voiceKey(id), kind: "voice" } as const;
  const file = (part: string, name: string) =>
    keep({ ...kept, part, name }, fromServer(`/api/voices/${encodeURIComponent(id)}/${part}`), listening);
  const config = new TextDecoder().decode(await file("config", modelOf(id)));
  try {
    return { ...(await openVoice(() => file("model", nameIn(config) ?? modelOf(id)), config)), config };
  } catch (error) {
    if (isDamage(error)) await remove(kept.key); // the server may have it whole
    throw error;
  }
}
