import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin, Rolldown } from "vite";
import { contentOf } from "./compressed.ts";

type Bundle = Rolldown.OutputBundle;

/** The pages that open without a network, though never visited: logging in is asked for, speaking is what one came for. */
const ALWAYS_THERE = ["/features/speak/SpeakPage.tsx", "/features/accounts/LoginPage.tsx"];

/** The scripts that our pages are written in. */
const FONTS = /vazirmatn-(arabic|latin)-wght.*\.woff2$/;

/** What changes an answer's headers changes what the browser keeps. */
const HEADERS = fileURLToPath(new URL("../../src/bazgoo/server/security.py", import.meta.url));

const PUBLIC = fileURLToPath(new URL("../public", import.meta.url));

/** Tells the service worker (`sw.js`, an entry of the build) which files the studio starts with, and which there are. */
export function offline(): Plugin {
  return {
    name: "offline",
    apply: "build",
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        const worker = bundle["sw.js"];
        if (worker?.type !== "chunk") throw new Error("the build has no sw.js");
        if (worker.imports.length > 0) throw new Error(`sw.js needs ${worker.imports.join(", ")}`);
        const assets = Object.keys(bundle).filter((name) => name.startsWith("assets/"));
        const shell = shellOf(bundle);
        const still = readdirSync(PUBLIC, { withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map(({ name }) => name);
        const build = {
          version: versionOf(bundle, shell, still),
          shell: [...shell, ...still].map((name) => `/${name}`),
          assets: assets.map((name) => `/${name}`),
          needs: needsOf(bundle, assets),
        };
        worker.code = `self.BUILD=${JSON.stringify(build)};\n${worker.code}`;
      },
    },
  };
}

/** The page and the files that it and ALWAYS_THERE are made of. */
function shellOf(bundle: Bundle): string[] {
  const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
  const ways = ["/index.html", ...ALWAYS_THERE].map(
    (way) => chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(way))?.fileName ?? way,
  );
  const found = new Set(["index.html"]);
  const follow = (name: string) => {
    const file = bundle[name];
    if (file?.type !== "chunk") throw new Error(`the build has no ${name}`);
    if (found.has(name)) return;
    found.add(name);
    file.viteMetadata?.importedCss.forEach((css) => found.add(css));
    file.imports.forEach(follow);
  };
  ways.forEach(follow);
  const fonts = Object.keys(bundle).filter((name) => FONTS.test(name));
  return [...found, ...fonts].sort();
}

/** What each worker loads by itself, by the worker's address: its code names it. */
function needsOf(bundle: Bundle, assets: string[]): Record<string, string[]> {
  const workers = assets.filter((name) => /\.worker-.*\.js$/.test(name));
  const named = (worker: string, name: string) => {
    const file = bundle[worker];
    return file !== undefined && name !== worker && contentOf(file).includes(basename(name));
  };
  return Object.fromEntries(
    workers.map((worker) => [
      `/${worker}`,
      assets.filter((name) => named(worker, name)).map((name) => `/${name}`),
    ]),
  );
}

function versionOf(bundle: Bundle, shell: string[], still: string[]): string {
  const hash = createHash("sha256").update(readFileSync(HEADERS));
  for (const name of shell) {
    const file = bundle[name];
    if (file) hash.update(name).update(contentOf(file));
  }
  for (const name of still) hash.update(name).update(readFileSync(`${PUBLIC}/${name}`));
  return hash.digest("hex").slice(0, 16);
}
