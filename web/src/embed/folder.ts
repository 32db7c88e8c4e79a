import i18n from "i18next";
import { PageSpeaker } from "@/inpage/PageSpeaker";
import { adding } from "@/inpage/progress";
import { openReader } from "@/inpage/reader/openReader";
import type { Load } from "@/inpage/warm";
import { openVoice } from "@/inpage/voice/openVoice";
import { fetchBytes, fetchText } from "./fetching";
import { languageOf, wordsFor } from "./words";

/** What `bazgoo.json` says of the voice and its files; addresses are beside it, and change with what they lead to. */
interface Contents {
  id: string;
  model: string;
  config: string;
  reader: string;
}

/** Who speaks, and the id of the voice. */
export interface Opened {
  speaker: PageSpeaker;
  voice: string;
}

/** Opens the folder at `address`; reader and voice are fetched when they are needed. */
export async function openFolder(address: string): Promise<Opened> {
  const contents = JSON.parse(await fetchText(new URL("bazgoo.json", address))) as Contents;
  const at = (path: string) => new URL(path, address);
  await speakTheLanguageOf(document.documentElement);
  const speaker = new PageSpeaker({
    reader: timed("bazgoo:reader", async (signal, onFetched) => {
      const part = adding(onFetched);
      const archive = part();
      const reader = openReader(() => fetchBytes(at(contents.reader), signal, archive), part());
      await reader.ready().catch((reason: unknown) => {
        reader.close();
        throw reason;
      });
      return reader;
    }),
    voice: () =>
      timed("bazgoo:voice", async (signal, onFetched) => {
        const config = await fetchText(at(contents.config), { signal });
        const voice = await openVoice(() => fetchBytes(at(contents.model), signal, onFetched), config);
        return { ...voice, config };
      }),
    lexicon: () => Promise.resolve({}),
  });
  return { speaker, voice: contents.id };
}

/** Errors are sentences of the language that the page is in. */
async function speakTheLanguageOf(page: Element): Promise<void> {
  const lng = languageOf(page);
  const resources = { [lng]: { translation: { inpage: wordsFor(page).inpage } } };
  await i18n.init({ lng, resources, fallbackLng: false, showSupportNotice: false });
}

/** The same, its time noted under `name` where browsers keep such notes (User Timing). */
function timed<T>(name: string, load: Load<T>): Load<T> {
  return async (...given) => {
    const start = performance.now();
    const loaded = await load(...given);
    performance.measure(name, { start });
    return loaded;
  };
}
