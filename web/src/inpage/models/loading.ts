import type { Fetched } from "../types";
import { shardsOf } from "./finding";
import { OpenModel } from "./OpenModel";
import type { Found, ModelSource } from "./types";

/** Reads a model's files and brings it into memory; throws a ModelTrouble or a Problem. */
export async function loadModel(
  source: ModelSource,
  found: Found,
  signal: AbortSignal,
  onLoading?: (fetched: Fetched) => void,
): Promise<OpenModel> {
  let done = 0;
  const read = async (path: string) => {
    const tell = ({ loaded }: Fetched) => onLoading?.({ loaded: done + loaded, total: found.bytes });
    const content = await source.read(path, signal, tell);
    done += content.byteLength;
    return content;
  };
  const main = await read(found.path);
  const shards = new Map<string, ArrayBuffer>();
  if (found.kind !== "onnx")
    for (const [name, path] of shardsOf(source, found.path, main)) shards.set(name, await read(path));
  return OpenModel.open({ what: "open", kind: found.kind, files: { main, shards } }, signal);
}
