import { readRecord, type Label } from "./record";

const FOLDER = "bazgoo";

/** Some browsers, and pages that came over plain HTTP, have no files of their own: null then. */
export async function openFolder(): Promise<FileSystemDirectoryHandle | null> {
  try {
    if (!("createWritable" in FileSystemFileHandle.prototype)) return null;
    return await (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER, { create: true });
  } catch {
    return null; // an old browser, a private window, or one told to keep nothing
  }
}

/** A kept file in the folder. */
export interface Found {
  label: Label;
  content: Blob;
}

/** The file of that name, if it is there and whole. */
export async function find(folder: FileSystemDirectoryHandle, name: string): Promise<Found | null> {
  try {
    return await readRecord(await (await folder.getFileHandle(name)).getFile());
  } catch {
    return null;
  }
}

/** The names of all files in the folder. */
export async function namesIn(folder: FileSystemDirectoryHandle): Promise<string[]> {
  const names: string[] = [];
  for await (const name of folder.keys()) names.push(name);
  return names;
}

/** What a file is called: the same for the same key and part, and nothing that a file system minds. */
export async function nameOf(key: string, part: string): Promise<string> {
  return `${await hash(key)}-${await hash(part)}`;
}

/** What the names of all files of a key begin with. */
export async function beginningOf(key: string): Promise<string> {
  return `${await hash(key)}-`;
}

async function hash(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest, 0, 12), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
