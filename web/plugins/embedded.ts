import { basename } from "node:path";
import type { Plugin, Rolldown } from "vite";

/** The script that speaks on other people's pages, as `bazgoo voice embed` lays it there. */
export const EMBEDDED = "bazgoo.js";

/** Writes `embed.json`: every file that script needs, so that whoever copies it copies no other. */
export function embedded(): Plugin {
  return {
    name: "embedded",
    apply: "build",
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        const source = JSON.stringify({ files: needed(EMBEDDED, bundle) }, null, 1);
        this.emitFile({ type: "asset", fileName: "embed.json", source });
      },
    },
  };
}

/** `entry`, the files its text names, and so on; workers and wasm are known only by their names. */
function needed(entry: string, bundle: Rolldown.OutputBundle): string[] {
  const hashed = Object.keys(bundle).filter((name) => name.startsWith("assets/"));
  const found = new Set([entry]);
  for (const name of found) {
    const text = textOf(bundle[name]);
    hashed.filter((other) => text.includes(basename(other))).forEach((other) => found.add(other));
  }
  return [...found].sort();
}

function textOf(file: Rolldown.OutputBundle[string] | undefined): string {
  if (!file) return "";
  if (file.type === "chunk") return file.code;
  return /\.m?js$/.test(file.fileName) ? Buffer.from(file.source).toString() : "";
}
