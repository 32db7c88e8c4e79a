declare module "@echogarden/espeak-ng-emscripten" {
  /** eSpeak NG as WebAssembly, as far as it is used here. */
  interface Espeak {
    FS: {
      analyzePath(path: string): { exists: boolean };
      unlink(path: string): void;
      writeFile(path: string, content: Uint8Array): void;
    };
    HEAPU8: Uint8Array;
    _webidl_free(address: number): void;
    eSpeakNGWorker: new () => {
      set_voice(name: string): number;
      /** The address of a C string, which whoever asked for it frees. */
      convert_to_phonemes(text: string, ipa: boolean): { ptr: number };
    };
  }
  export default function openEspeak(options: {
    getPreloadedPackage(name: string, size: number): ArrayBuffer;
  }): Promise<Espeak>;
}
