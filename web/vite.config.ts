import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

const SERVER = "http://127.0.0.1:3001";

/** Lays every text file beside itself as .br and .gz, so that the server compresses nothing while it serves. */
function compressed(): Plugin {
  return {
    name: "compressed",
    apply: "build",
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        for (const file of Object.values(bundle).filter(({ fileName }) => /\.(js|css)$/.test(fileName))) {
          const source = Buffer.from(file.type === "chunk" ? file.code : file.source);
          this.emitFile({
            type: "asset",
            fileName: `${file.fileName}.br`,
            source: brotliCompressSync(source),
          });
          this.emitFile({ type: "asset", fileName: `${file.fileName}.gz`, source: gzipSync(source) });
        }
      },
    },
  };
}

export default defineConfig({
  plugins: [react(), tailwindcss(), compressed()],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  build: {
    outDir: "../src/bazgoo/pages",
    emptyOutDir: true,
    // The pages allow nothing but files of their own origin: no data: addresses.
    assetsInlineLimit: 0,
    // A browser test weighs what the first page loads, as it travels.
    chunkSizeWarningLimit: 600,
  },
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
