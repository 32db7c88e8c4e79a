import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { pyodide, pyodideNames } from "../../../plugins/pyodide";

/** Builds the page of this folder, to be served from any address; `--outDir` says where to. */
export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  base: "./",
  plugins: [pyodide()],
  resolve: { alias: { "@": fileURLToPath(new URL("../..", import.meta.url)) } },
  build: { assetsInlineLimit: 0, emptyOutDir: true },
  worker: { format: "es", plugins: () => [pyodideNames()] },
});
