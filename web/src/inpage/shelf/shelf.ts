import { Problem } from "@/lib/problem";
import type { KeptFile } from "../types";
import { whole, type Ask, type Listening } from "./fetching";
import { beginningOf, find, namesIn, nameOf, openFolder, type Found } from "./folder";
import { alone, unlessTaken } from "./locks";
import { tell } from "./news";
import type { Label } from "./record";
import { store } from "./storing";

/** A file that is wanted: one `part` of what is listed and removed as `key`. */
export type Wanted = Pick<Label, "key" | "part" | "name" | "kind">;

// A line that takes longer to answer is not worth waiting for where there is a copy.
const PATIENCE_MS = 4_000;

/**
 * The file: from the disk while it is the server's too, or when the server cannot be asked; else fetched, and kept.
 *
 * Where the browser keeps nothing it is fetched each time. Throws the Problem of a refusal.
 */
export async function keep(wanted: Wanted, ask: Ask, listening: Listening): Promise<ArrayBuffer> {
  const folder = await openFolder();
  if (!folder) return whole(await ask(null, listening.signal), listening);
  const name = await nameOf(wanted.key, wanted.part);
  return alone(name, listening.signal, async () => {
    const here = await find(folder, name);
    const got = here ? await newest(here, ask, listening.signal) : await ask(null, listening.signal);
    if (!(got instanceof Response)) return got.content.arrayBuffer();
    const place = { folder, name, label: { ...wanted, etag: got.headers.get("ETag") } };
    const stored = await store(place, got, listening).catch((error: unknown) => {
      if (here && isPassing(error)) return here;
      throw error;
    });
    // What there is no room for is used all the same.
    return stored ? stored.content.arrayBuffer() : whole(await ask(null, listening.signal), listening);
  });
}

/** The file as it was kept last; null when it is not here. */
export async function open(key: string, part: string): Promise<ArrayBuffer | null> {
  const folder = await openFolder();
  const found = folder && (await find(folder, await nameOf(key, part)));
  return found ? found.content.arrayBuffer() : null;
}

/** Everything that is kept, the newest first. */
export async function list(): Promise<KeptFile[]> {
  const folder = await openFolder();
  const kept = new Map<string, KeptFile>();
  for (const name of folder ? await namesIn(folder) : []) {
    const found = folder && (await find(folder, name));
    if (found) kept.set(found.label.key, together(kept.get(found.label.key), found));
    else if (folder) await sweep(folder, name);
  }
  return [...kept.values()].sort((one, other) => other.keptAt.localeCompare(one.keptAt));
}

/** Takes all parts of a key away, after what is being fetched of it. */
export async function remove(key: string): Promise<void> {
  await removeAll(await beginningOf(key));
}

/** Takes everything away. */
export async function clear(): Promise<void> {
  await removeAll("");
}

async function removeAll(beginning: string): Promise<void> {
  const folder = await openFolder();
  if (!folder) return;
  const names = (await namesIn(folder)).filter((name) => name.startsWith(beginning));
  const never = new AbortController().signal;
  await Promise.all(names.map((name) => alone(name, never, () => folder.removeEntry(name))));
  tell();
}

/** Takes away what a tab that was closed has left of a file half fetched. */
async function sweep(folder: FileSystemDirectoryHandle, name: string): Promise<void> {
  await unlessTaken(name, () => folder.removeEntry(name)).catch(() => undefined);
}

/** What the server has in its place now; the file itself when that is the same, or nobody can tell. */
async function newest(here: Found, ask: Ask, signal: AbortSignal): Promise<Found | Response> {
  const impatience = new AbortController();
  const timer = setTimeout(() => impatience.abort(), PATIENCE_MS);
  try {
    const answer = await ask(here.label.etag, AbortSignal.any([signal, impatience.signal]));
    return answer.status === 304 ? here : answer;
  } catch (error) {
    signal.throwIfAborted();
    if (impatience.signal.aborted || isPassing(error)) return here;
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** Whether the server may answer otherwise later: then what is here is good enough. */
function isPassing(error: unknown): boolean {
  return error instanceof Problem && (error.status === 0 || error.status === 429 || error.status >= 500);
}

/** One line of the list for all parts of a key; the newest of them says what it is called. */
function together(known: KeptFile | undefined, { label, content }: Found): KeptFile {
  const { key, name, kind, keptAt, part } = label;
  const file = { key, name, kind, keptAt, bytes: content.size, parts: [part] };
  if (!known) return file;
  const whole = { bytes: known.bytes + file.bytes, parts: [...known.parts, part] };
  return { ...(known.keptAt > keptAt ? known : file), ...whole };
}
