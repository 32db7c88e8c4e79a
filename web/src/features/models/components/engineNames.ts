const NAMES: Record<string, string> = {
  espeak: "eSpeak NG",
  piper: "Piper",
  "sherpa-vits": "Sherpa VITS",
  matcha: "Matcha",
  mms: "MMS",
};

/** What people call an engine; it is the same in every language. */
export function engineName(engine: string): string {
  return NAMES[engine] ?? engine;
}
