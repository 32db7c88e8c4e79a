/** What is to be done with files that were chosen or dropped. */
export type Parcel = { files: File[] } | { wrong: "nothing" | "bundleAlone" | "pair"; name: string };

const BUNDLE = ".tar";
const GRAPH = ".onnx";
const CONFIG = ".onnx.json";

/** Takes one bundle, or voice files each with its settings beside it; anything else is told before it travels. */
export function sortFiles(files: readonly File[]): Parcel {
  const named = (suffix: string) => files.filter(({ name }) => name.toLowerCase().endsWith(suffix));
  const [bundles, graphs, configs] = [named(BUNDLE), named(GRAPH), named(CONFIG)];
  const bundle = bundles[0];
  if (bundle) {
    return files.length === 1 ? { files: [bundle] } : { wrong: "bundleAlone", name: bundle.name };
  }
  if (graphs.length + configs.length === 0) return { wrong: "nothing", name: files[0]?.name ?? "" };
  const names = new Set(files.map(({ name }) => name));
  const lonely =
    graphs.find(({ name }) => !names.has(`${name}.json`)) ??
    configs.find(({ name }) => !names.has(name.slice(0, -".json".length)));
  return lonely ? { wrong: "pair", name: lonely.name } : { files: [...graphs, ...configs] };
}
