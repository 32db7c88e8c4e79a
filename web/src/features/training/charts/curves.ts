import type { Row } from "../api/shapes";

/** One line of a chart: a value for each of its steps, null where nothing was measured. */
export interface Curve {
  name: string;
  values: (number | null)[];
}

/** What one chart shows: the steps from left to right, and the lines over them. */
export interface Picture {
  steps: number[];
  curves: Curve[];
}

/** What the charts of a training are about. */
export type Subject = "loss" | "accuracy" | "parts" | "checked" | "rate" | "gradient";

const SUBJECTS: Readonly<Record<string, Subject>> = {
  loss: "loss",
  val_loss: "loss",
  accuracy: "accuracy",
  val_accuracy: "accuracy",
  val_f1: "accuracy",
  learning_rate: "rate",
};
const UNDRAWN = new Set(["steps_per_s"]);
const FINENESS = 1000;

/** The chart that a value belongs to; none for what is said in words. */
export function subjectOf(name: string): Subject | null {
  if (UNDRAWN.has(name)) return null;
  if (name.endsWith("_gradient_norm")) return "gradient";
  if (name.startsWith("val_")) return SUBJECTS[name] ?? "checked";
  return SUBJECTS[name] ?? (name.endsWith("_loss") ? "loss" : "parts");
}

/** What the rows have to show of a subject; null where they have nothing. */
export function pictureOf(rows: readonly Row[], subject: Subject): Picture | null {
  const names = [...new Set(rows.flatMap(({ metrics }) => Object.keys(metrics)))];
  const shown = names.filter((name) => subjectOf(name) === subject);
  const told = rows.filter(({ metrics }) => shown.some((name) => finite(metrics[name]) !== null));
  if (told.length === 0) return null;
  return {
    steps: told.map(({ step }) => step),
    curves: shown.map((name) => ({ name, values: unrepeated(name, told) })),
  };
}

/** One value of several trainings over the steps of all of them; null where none has told it. */
export function compared(
  histories: readonly { name: string; rows: readonly Row[] }[],
  value: string,
): Picture | null {
  const steps = [
    ...new Set(histories.flatMap(({ rows }) => rows.filter(has(value)).map(({ step }) => step))),
  ];
  if (steps.length === 0) return null;
  steps.sort((one, other) => one - other);
  const curves = histories.map(({ name, rows }) => {
    const told = new Map(rows.map(({ step, metrics }) => [step, finite(metrics[value])]));
    return { name, values: steps.map((step) => told.get(step) ?? null) };
  });
  return { steps, curves };
}

/** The values that trainings have told, by name. */
export function valuesIn(rows: readonly Row[]): string[] {
  return [...new Set(rows.flatMap(({ metrics }) => Object.keys(metrics)))].filter(
    (name) => !UNDRAWN.has(name),
  );
}

/** The rows with one more: of a step that was told before the later counts, and of many close steps a few are kept. */
export function withRow(rows: readonly Row[], row: Row, totalSteps: number): Row[] {
  const before = rows.filter(({ step }) => step < row.step);
  const last = before.at(-1);
  const close = last !== undefined && row.step - last.step < totalSteps / FINENESS;
  return close && before.length === rows.length ? before : [...before, row];
}

/** At most so many rows, spread evenly, with the first and the last. */
export function thinned<Item>(items: readonly Item[], most: number): Item[] {
  if (items.length <= most) return [...items];
  const step = (items.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, at) => items[Math.round(at * step)] as Item);
}

/** What is measured once an epoch is told with every step until the next; it is drawn where it was measured. */
function unrepeated(name: string, rows: readonly Row[]): (number | null)[] {
  const values = rows.map(({ metrics }) => finite(metrics[name]));
  if (!name.startsWith("val_")) return values;
  return values.map((value, at) =>
    at > 0 && at < values.length - 1 && value === values[at - 1] ? null : value,
  );
}

function has(value: string): (row: Row) => boolean {
  return ({ metrics }) => finite(metrics[value]) !== null;
}

function finite(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}
