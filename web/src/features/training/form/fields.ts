import type { Config, RecipeField } from "../api/shapes";

/** What is written in the fields of a form, by their names. */
export type Written = Record<string, string>;

/** Why what is written in a field cannot be. */
export type Fault =
  | { kind: "missing" }
  | { kind: "number" }
  | { kind: "whole" }
  | { kind: "range"; least: number | null; most: number | null; above: boolean; below: boolean };

/** A config as it is written into a form: every field of the recipe. */
export function writtenOf(fields: readonly RecipeField[], config: Config): Written {
  return Object.fromEntries(fields.map((field) => [field.name, write(config[field.name] ?? field.default)]));
}

/** What is wrong with what is written, by the names of the fields. */
export function faultsOf(fields: readonly RecipeField[], written: Written): Record<string, Fault> {
  const faults = fields.map((field) => [field.name, faultOf(field, written[field.name] ?? "")] as const);
  return Object.fromEntries(faults.filter((pair): pair is [string, Fault] => pair[1] !== null));
}

/** What is written as a config; what is as the recipe has it anyway is left out. */
export function configOf(fields: readonly RecipeField[], written: Written): Config {
  const values = fields
    .map((field) => [field, read(field, written[field.name] ?? "")] as const)
    .filter(([field, value]) => write(value) !== write(field.default));
  return Object.fromEntries(values.map(([{ name }, value]) => [name, value]));
}

/** Whether two configs come to the same form. */
export function isAs(fields: readonly RecipeField[], written: Written, config: Config): boolean {
  const other = writtenOf(fields, config);
  return fields.every(({ name }) => written[name] === other[name]);
}

/** A value as people write it, in Latin digits. */
export function write(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(write).join(", ");
  return typeof value === "string" ? value : JSON.stringify(value);
}

function faultOf(field: RecipeField, text: string): Fault | null {
  if (latin(text) === "")
    return field.optional || field.type === "text" || field.type === "list" ? null : { kind: "missing" };
  if (field.type === "choice" || field.type === "text") return null;
  const whole = field.type !== "number";
  const numbers = field.type === "list" ? parts(text) : [latin(text)];
  for (const number of numbers.map(Number)) {
    if (!Number.isFinite(number)) return { kind: "number" };
    if (whole && !Number.isInteger(number)) return { kind: "whole" };
    if (!within(field, number)) return rangeOf(field);
  }
  return null;
}

function within(field: RecipeField, number: number): boolean {
  const { minimum, maximum, exclusive_minimum, exclusive_maximum } = field;
  return (
    number >= (minimum ?? -Infinity) &&
    number > (exclusive_minimum ?? -Infinity) &&
    number <= (maximum ?? Infinity) &&
    number < (exclusive_maximum ?? Infinity)
  );
}

function rangeOf({ minimum, maximum, exclusive_minimum, exclusive_maximum }: RecipeField): Fault {
  return {
    kind: "range",
    least: exclusive_minimum ?? minimum ?? null,
    most: exclusive_maximum ?? maximum ?? null,
    above: typeof exclusive_minimum === "number",
    below: typeof exclusive_maximum === "number",
  };
}

function read({ type }: RecipeField, text: string): unknown {
  const plain = type === "text" ? text.trim() : latin(text);
  if (type === "list") return parts(text).map(Number);
  if (plain === "") return null;
  return type === "integer" || type === "number" ? Number(plain) : plain;
}

function parts(text: string): string[] {
  return latin(text)
    .split(/[\s,]+/)
    .filter(Boolean);
}

/** Persian digits, decimal points and commas are as good as Latin ones. */
function latin(text: string): string {
  return text
    .trim()
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replace(/٫/g, ".")
    .replace(/[،٬]/g, ",");
}
