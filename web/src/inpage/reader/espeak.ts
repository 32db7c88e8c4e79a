import loadEspeak from "@echogarden/espeak-ng-emscripten";

const DATA = "/usr/share/espeak-ng-data";
const VOICE = "fa";

/** How eSpeak NG reads a text, in its own IPA. */
export type Hear = (text: string) => string;

/** Files of eSpeak's data: their bytes by their paths below its folder. */
export type EspeakData = Readonly<Record<string, Uint8Array>>;

/** eSpeak NG, once it is told the server's own data, so that both say the same. */
export async function openEspeak(): Promise<(data: EspeakData) => Hear> {
  // What it would fetch is its data for a hundred languages, 24 MB.
  const espeak = await loadEspeak({ getPreloadedPackage: (_, size) => new ArrayBuffer(size) });
  return (data) => {
    for (const [path, content] of Object.entries(data)) {
      const place = `${DATA}/${path}`;
      if (espeak.FS.analyzePath(place).exists) espeak.FS.unlink(place);
      espeak.FS.writeFile(place, content);
    }
    const worker = new espeak.eSpeakNGWorker();
    worker.set_voice(VOICE);
    const decoder = new TextDecoder();
    return (text) => {
      const { ptr } = worker.convert_to_phonemes(text, true);
      const said = decoder.decode(espeak.HEAPU8.subarray(ptr, espeak.HEAPU8.indexOf(0, ptr)));
      espeak._webidl_free(ptr);
      return said.replaceAll("_", "").replace(/[|‖]/g, " ");
    };
  };
}
