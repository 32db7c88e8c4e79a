import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Plugin, Rolldown } from "vite";

const WORTH_IT = /\.(js|mjs|css|json|svg|wasm|webmanifest)$/;

/** Above this, brotli's last fifth costs a minute: WebAssembly of 10 MB takes 46 s at 11 and 1.5 s at 7. */
const LARGE_BYTES = 1_000_000;

/** Lays what shrinks beside itself as .br and .gz, so that the server compresses nothing while it serves. */
export function compressed(): Plugin {
  return {
    name: "compressed",
    apply: "build",
    generateBundle: {
      order: "post",
      async handler(_, bundle) {
        const files = Object.values(bundle).filter(({ fileName }) => WORTH_IT.test(fileName));
        await Promise.all(
          files.map(async (file) => {
            for (const [suffix, source] of await pack(contentOf(file)))
              this.emitFile({ type: "asset", fileName: file.fileName + suffix, source });
          }),
        );
      },
    },
  };
}

/** What a file of the bundle will hold. */
export function contentOf(file: Rolldown.OutputAsset | Rolldown.OutputChunk): Buffer {
  return Buffer.from(file.type === "chunk" ? file.code : file.source);
}

function pack(content: Buffer): Promise<[string, Buffer][]> {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: content.length > LARGE_BYTES ? 7 : 11,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  };
  return Promise.all([
    promisify(brotliCompress)(content, { params }).then((packed): [string, Buffer] => [".br", packed]),
    promisify(gzip)(content).then((packed): [string, Buffer] => [".gz", packed]),
  ]);
}
