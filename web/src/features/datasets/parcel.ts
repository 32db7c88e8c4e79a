import type { Kind } from "./api/shapes";

/** What is to be done with files that were chosen or dropped. */
export type Parcel = { file: File; script?: File } | { wrong: "nothing" | "many" | "unknown"; name: string };

const ARCHIVES = [".zip", ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz"];
const TABLES = [".csv", ".tsv", ".jsonl"];
const SOUNDS = [".wav", ".flac", ".mp3", ".ogg", ".opus", ".m4a", ".aac", ".webm"];
const SCRIPT = ".txt";

/** What a dataset may be brought as. */
export const ACCEPTED = [...ARCHIVES, ...TABLES, ...SOUNDS, SCRIPT].join();

/** Takes one file, or a long recording with its text beside it; anything else is told before it travels. */
export function sortFiles(files: readonly File[]): Parcel {
  const [first] = files;
  if (!first) return { wrong: "nothing", name: "" };
  const scripts = files.filter(({ name }) => ends(name, [SCRIPT]));
  const sounds = files.filter(({ name }) => ends(name, SOUNDS));
  const [sound, script] = [sounds[0], scripts[0]];
  if (files.length === 2 && sound && script) return { file: sound, script };
  if (files.length > 1) return { wrong: "many", name: first.name };
  return ends(first.name, [...ARCHIVES, ...TABLES, ...SOUNDS])
    ? { file: first }
    : { wrong: "unknown", name: first.name };
}

/** What is likely in a file of this name. */
export function kindOf(name: string): Kind {
  return ends(name, TABLES) ? "text" : "audio";
}

/** What a dataset from a file of this name is called until somebody says otherwise. */
export function titleOf(name: string): string {
  return name.replace(/(\.tar)?\.[^.]+$/i, "") || name;
}

function ends(name: string, endings: readonly string[]): boolean {
  return endings.some((ending) => name.toLowerCase().endsWith(ending));
}
