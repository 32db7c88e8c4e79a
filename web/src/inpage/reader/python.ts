import { loadPyodide, version } from "pyodide";
import { info } from "pyodide/pyodide-lock.json";
import type { StoredArrays } from "./arrays";
import { openEspeak } from "./espeak";
import { openNetworks } from "./network";
import { openSpeller } from "./unknown";

/** Where the archive lies in the file system of Python. */
const FOLDER = "/reader";
/** Answers a question of the page, both as JSON: `browser/page.py`. */
export type Ask = (question: string) => string;

/** Python and eSpeak NG, still without Bazgoo's modules: `archive` brings them, with what they have learnt. */
export async function openPython(): Promise<(archive: ArrayBuffer) => Ask> {
  const beside = import.meta.url;
  const indexURL = new URL(`pyodide-${version}/`, beside).href;
  const [python, openHearing] = await Promise.all([
    // Nothing of its packages is ever loaded, so that their list need not be.
    loadPyodide({
      indexURL,
      packageBaseUrl: indexURL,
      lockFileContents: { info: { ...info, version, arch: "wasm32" }, packages: {} },
    }),
    openEspeak(),
  ]);
  python.registerJsModule("inpage", {
    open_hearing: openHearing,
    open_networks: (arrays: StoredArrays) => inJson(openNetworks(arrays)),
    open_speller: (arrays: StoredArrays) => inJson(openSpeller(arrays)),
  });
  return (archive) => {
    python.unpackArchive(archive, "zip", { extractDir: FOLDER });
    const { path } = python.pyimport("sys") as { path: { insert(at: number, folder: string): void } };
    path.insert(0, FOLDER);
    return (python.pyimport("bazgoo.browser.page") as { answer: Ask }).answer;
  };
}

/** A function for Python: what is given and answered are lists in JSON, since each number would cross alone. */
function inJson(work: (...given: never[]) => number[]): (given: string) => string {
  return (given) => JSON.stringify(work(...(JSON.parse(given) as never[])));
}
