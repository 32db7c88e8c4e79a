import { readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { basename } from "node:path";
import type { Plugin } from "vite";

const FILES = {
  "pyodide.asm.mjs": "text/javascript",
  "pyodide.asm.wasm": "application/wasm",
  "python_stdlib.zip": "application/zip",
};
/** What of them is fetched by a script, and so can be counted while it comes. */
const FETCHED = ["pyodide.asm.wasm", "python_stdlib.zip"];
const find = createRequire(import.meta.url).resolve;
const { version } = createRequire(import.meta.url)("pyodide/package.json") as { version: string };
const FOLDER = `pyodide-${version}`;

/** Lays what Pyodide fetches when it starts beside the chunks, in a folder that is named by its version. */
export function pyodide(): Plugin {
  return {
    name: "pyodide",
    config: () => ({
      define: { PYODIDE_BYTES: String(FETCHED.reduce((sum, name) => sum + sizeOf(name), 0)) },
    }),
    generateBundle() {
      for (const name of Object.keys(FILES)) {
        const source = readFileSync(find(`pyodide/${name}`));
        this.emitFile({ type: "asset", fileName: `assets/${FOLDER}/${named(name)}`, source });
      }
    },
    configureServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        const name = basename(request.url ?? "");
        if (!request.url?.includes(`/${FOLDER}/`) || !(name in FILES)) {
          next();
          return;
        }
        response.setHeader("Content-Type", FILES[name as keyof typeof FILES]);
        response.end(readFileSync(find(`pyodide/${name}`)));
      });
    },
  };
}

/** Has Pyodide ask for its script by the name that it has once built; for workers. */
export function pyodideNames(): Plugin {
  return {
    name: "pyodide-names",
    apply: "build",
    transform: (code, id) =>
      id.endsWith("/pyodide/pyodide.mjs")
        ? code.replaceAll("pyodide.asm.mjs", named("pyodide.asm.mjs"))
        : null,
  };
}

function sizeOf(name: string): number {
  return statSync(find(`pyodide/${name}`)).size;
}

/** The name that a host gives a file under: many do not know .mjs, and browsers run only what is called a script. */
export function named(file: string): string {
  return file.replace(/\.mjs$/, ".js");
}
