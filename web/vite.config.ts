import { fileURLToPath } from "node:url";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defaultClientConditions } from "vite";
import { defineConfig } from "vitest/config";
import { compressed } from "./plugins/compressed.ts";
import { EMBEDDED, embedded } from "./plugins/embedded.ts";
import { offline } from "./plugins/offline.ts";
import { named, pyodide, pyodideNames } from "./plugins/pyodide.ts";

const SERVER = "http://127.0.0.1:3001";
const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Entries whose addresses never change; the service worker rules over what lies below its own. */
const ENTRIES: Readonly<Record<string, string>> = { sw: "sw.js", embed: EMBEDDED };

const assetFileNames = ({ names: [name = ""] }: { names: string[] }) =>
  named(name) === name ? "assets/[name]-[hash][extname]" : "assets/[name]-[hash].js";

export default defineConfig({
  plugins: [react(), tailwindcss(), pyodide(), embedded(), offline(), compressed()],
  resolve: {
    alias: { "@": at("./src") },
    // ONNX Runtime's script without a copy of what its threads load from a file of its own.
    conditions: ["onnxruntime-web-use-extern-wasm", ...defaultClientConditions],
  },
  build: {
    outDir: "../src/bazgoo/pages",
    emptyOutDir: true,
    // The pages allow nothing but files of their own origin: no data: addresses.
    assetsInlineLimit: 0,
    // A browser test weighs what the first page loads, as it travels.
    chunkSizeWarningLimit: 600,
    rolldownOptions: {
      input: {
        index: at("./index.html"),
        sw: at("./service-worker/sw.ts"),
        embed: at("./src/embed/bazgoo.ts"),
      },
      preserveEntrySignatures: "exports-only",
      output: { entryFileNames: ({ name }) => ENTRIES[name] ?? "assets/[name]-[hash].js", assetFileNames },
    },
  },
  // Workers are modules, which load their parts beside themselves.
  worker: {
    format: "es",
    plugins: () => [pyodideNames()],
    rolldownOptions: { output: { assetFileNames } },
  },
  // Scripts find what belongs to them beside themselves, so that they also run below another address.
  experimental: { renderBuiltUrl: (_, { hostType }) => (hostType === "js" ? { relative: true } : undefined) },
  server: {
    proxy: {
      "/api": SERVER,
      "/v1": SERVER,
      "/health": SERVER,
      "/openapi.json": SERVER,
      "/socket.io": { target: SERVER, ws: true },
    },
  },
  test: { environment: "jsdom", setupFiles: "./src/testing/setup.ts", restoreMocks: true },
});
