import { pieces, type Listening } from "./fetching";
import { find, type Found } from "./folder";
import { tell } from "./news";
import { written, type Label } from "./record";

/** Where a file goes, and what is known of it. */
export interface Place {
  folder: FileSystemDirectoryHandle;
  name: string;
  label: Omit<Label, "keptAt">;
}

/**
 * Writes the body of an answer to the disk as it comes; null when there is no room for it.
 *
 * The browser puts the file into its place when it is whole, and not at all when it does not become so.
 */
export async function store(place: Place, answer: Response, listening: Listening): Promise<Found | null> {
  const { folder, name, label } = place;
  const file = await folder.getFileHandle(name, { create: true });
  const stream = await file.createWritable();
  try {
    await stream.write(written({ ...label, keptAt: new Date().toISOString() }));
    for await (const piece of pieces(answer, listening)) await stream.write(piece);
    await stream.close();
  } catch (error) {
    await stream.abort().catch(() => undefined);
    if ((await file.getFile()).size === 0) await folder.removeEntry(name);
    if (error instanceof DOMException && error.name === "QuotaExceededError") return null;
    throw error;
  }
  tell();
  return find(folder, name);
}
