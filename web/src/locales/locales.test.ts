import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import en from "@/locales/en.json";
import fa from "@/locales/fa.json";

interface Sentences {
  [key: string]: string | Sentences;
}

function flatten(sentences: Sentences, prefix = ""): [string, string][] {
  return Object.entries(sentences).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[prefix + key, value]] : flatten(value, `${prefix}${key}.`),
  );
}

const persian = new Map(flatten(fa));
const english = new Map(flatten(en));
const withoutPlural = (key: string) => key.replace(/_(one|other)$/, "");
const keys = new Set([...persian.keys()].map(withoutPlural));

const code = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.|client/.test(path))
  .map((path) => readFileSync(join("src", path), "utf8"))
  .join("\n");

test("both languages have the same sentences", () => {
  expect([...english.keys()].sort()).toEqual([...persian.keys()].sort());
});

test("a sentence has the same blanks in both languages", () => {
  const blanks = (text: string) =>
    [...text.matchAll(/{{(\w+)/g)]
      .map(([, name]) => name)
      .sort()
      .join();
  const differing = [...persian].filter(([key, text]) => blanks(text) !== blanks(english.get(key) ?? ""));
  expect(differing).toEqual([]);
});

test("every sentence that the code asks for exists", () => {
  const asked = [...code.matchAll(/\bt\(\s*"([\w.]+)"/g)].map(([, key]) => key ?? "");
  expect(asked.length).toBeGreaterThan(50);
  expect(asked.filter((key) => !keys.has(key))).toEqual([]);
});

test("every sentence is asked for somewhere", () => {
  const prefixes = [...code.matchAll(/`([\w.]+\.)\$\{/g)].map(([, prefix]) => prefix ?? "");
  const asked = (key: string) =>
    code.includes(`"${key}"`) || prefixes.some((prefix) => key.startsWith(prefix));
  expect([...keys].filter((key) => !asked(key))).toEqual([]);
});

test("Persian sentences have Persian letters and digits", () => {
  const foreign = [...persian].filter(([, text]) => /[يكىةـ٠-٩0-9]/.test(text.replace(/{{.*?}}/g, "")));
  expect(foreign).toEqual([]);
});
