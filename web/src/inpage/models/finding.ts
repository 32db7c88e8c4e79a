import { parseDescription, type Description } from "./description";
import { ModelTrouble } from "./trouble";
import type { Found, ModelSource } from "./types";

/** More than this does not fit beside everything else in a page's memory. */
export const LARGEST_BYTES = 1_000_000_000;
const LARGEST_JSON_BYTES = 64_000_000;
const LABELS = ["labels.txt", "classes.txt"];

/** The part of a `model.json` that says what belongs to it. */
interface Topology {
  format?: string;
  modelTopology?: { node?: unknown };
  weightsManifest?: { paths: string[] }[];
}

/** What a source holds that can be run, and what goes with it. */
export interface Looked {
  /** What takes least to run comes first. */
  models: readonly [Found, ...Found[]];
  description: Description | null;
  /** Names of the outputs' places, if there are any. */
  labels: readonly string[] | null;
}

/** Looks through the files of a source; throws `notAModel`, `fileMissing`, `tooLarge`, `descriptionBroken`. */
export async function look(source: ModelSource, signal: AbortSignal): Promise<Looked> {
  const models: Found[] = [];
  for (const { path } of source.files.filter(isTopology)) {
    const found = await topology(source, path, signal);
    if (found) models.push(found);
  }
  for (const { path, bytes } of source.files)
    if (path.endsWith(".onnx") && !isVoice(source, path)) models.push({ kind: "onnx", path, bytes });
  if (models.length === 0) throw new ModelTrouble("notAModel", { name: source.name });
  const [first, ...others] = models.filter(({ bytes }) => bytes <= LARGEST_BYTES);
  if (!first) throw new ModelTrouble("tooLarge");
  const description = await describe(source, signal);
  return {
    models: [first, ...others],
    description,
    labels: description?.labels ?? (await labels(source, signal)),
  };
}

/** The paths of the weights that a `model.json` names, by the names it uses. */
export function shardsOf(source: ModelSource, path: string, content: ArrayBuffer): Map<string, string> {
  const { weightsManifest = [] } = parsed(content) ?? {};
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const names = weightsManifest.flatMap(({ paths }) => paths);
  return new Map(
    names.map((name) => {
      const there = [folder + name, name].find((each) => source.files.some((file) => file.path === each));
      if (there === undefined) throw new ModelTrouble("fileMissing", { file: name });
      return [name, there];
    }),
  );
}

async function topology(source: ModelSource, path: string, signal: AbortSignal): Promise<Found | null> {
  const content = await source.read(path, signal);
  const told = parsed(content);
  if (!told?.modelTopology || !Array.isArray(told.weightsManifest)) return null;
  const graph = told.format === "graph-model" || told.modelTopology.node !== undefined;
  const shards = [...shardsOf(source, path, content).values()];
  const bytes = shards.reduce((sum, shard) => sum + sizeOf(source, shard), content.byteLength);
  return { kind: graph ? "graph" : "layers", path, bytes };
}

function isTopology({ path, bytes }: ModelSource["files"][number]): boolean {
  const name = nameOf(path);
  const other = ["classifier.json", "bazgoo.json", "metadata.json", "config.json"].includes(name);
  return name.endsWith(".json") && !name.endsWith(".onnx.json") && !other && bytes <= LARGEST_JSON_BYTES;
}

/** Piper's voices speak; they are no models to be tried here. */
function isVoice(source: ModelSource, path: string): boolean {
  return source.files.some((file) => file.path === `${path}.json`);
}

async function describe(source: ModelSource, signal: AbortSignal): Promise<Description | null> {
  const content = await textOf(source, ["classifier.json"], signal);
  return content === null ? null : parseDescription(content);
}

/** A line for each label; Teachable Machine writes them into `metadata.json`. */
async function labels(source: ModelSource, signal: AbortSignal): Promise<readonly string[] | null> {
  const lines = await textOf(source, LABELS, signal);
  if (lines !== null) return lines.split(/\r?\n/).filter((line) => line.trim() !== "");
  const metadata = await textOf(source, ["metadata.json"], signal);
  if (metadata === null) return null;
  const told = parsed(new TextEncoder().encode(metadata).buffer) as { labels?: unknown } | null;
  return Array.isArray(told?.labels) ? told.labels.map(String) : null;
}

async function textOf(
  source: ModelSource,
  names: readonly string[],
  signal: AbortSignal,
): Promise<string | null> {
  const file = source.files.find(({ path }) => names.includes(nameOf(path)));
  return file ? new TextDecoder().decode(await source.read(file.path, signal)) : null;
}

function parsed(content: ArrayBuffer): Topology | null {
  try {
    const told: unknown = JSON.parse(new TextDecoder().decode(content));
    return typeof told === "object" ? told : null;
  } catch {
    return null;
  }
}

const nameOf = (path: string) => path.slice(path.lastIndexOf("/") + 1);
const sizeOf = (source: ModelSource, path: string) =>
  source.files.find((file) => file.path === path)?.bytes ?? 0;
