import { answer, api } from "@/lib/api";
import { whole } from "../shelf/fetching";
import { fromServer } from "../shelf/fromServer";
import type { ModelSource } from "./types";

/** The files of a model that is installed in the studio. */
export async function installedSource(id: string, name: string): Promise<ModelSource> {
  const path = { model_id: id };
  const { items } = await answer(api.GET("/api/sources/installed/{model_id}/files", { params: { path } }));
  return {
    name,
    files: items.map(({ path, size_bytes: bytes }) => ({ path, bytes })),
    read: async (path, signal, onFetched) => {
      const names = path.split("/").map(encodeURIComponent).join("/");
      const ask = fromServer(`/api/sources/installed/${id}/files/${names}`);
      return whole(await ask(null, signal), { signal, ...(onFetched && { onFetched }) });
    },
  };
}

/** Files chosen from a disk; those of a folder keep their places in it. */
export function diskSource(chosen: readonly File[]): ModelSource {
  const byPath = new Map(chosen.map((file) => [pathOf(file), file]));
  return {
    name: nameOf(chosen),
    files: [...byPath].map(([path, { size }]) => ({ path, bytes: size })),
    read: async (path, signal, onFetched) => {
      const content = (await byPath.get(path)?.arrayBuffer()) ?? new ArrayBuffer(0);
      signal.throwIfAborted();
      onFetched?.({ loaded: content.byteLength, total: content.byteLength });
      return content;
    },
  };
}

function pathOf({ webkitRelativePath, name }: File): string {
  return webkitRelativePath === "" ? name : webkitRelativePath;
}

/** The folder they are in, else the file that says what the others are. */
function nameOf(chosen: readonly File[]): string {
  const main = chosen.find(({ name }) => /\.onnx$|^model\.json$/.test(name)) ?? chosen[0];
  return main ? (pathOf(main).split("/")[0] ?? main.name) : "";
}
