// Writes src/client/schema.ts from the server's OpenAPI document; with --check, only says whether it is current.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import openapi, { astToString } from "openapi-typescript";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const TARGET = at("../src/client/schema.ts");
const HEADER =
  "// Generated from the server's OpenAPI document by `npm run generate`; never edited by hand.\n\n";

function findPython() {
  const own = [at("../../.venv/bin/python"), at("../../.venv/Scripts/python.exe")].find(existsSync);
  return process.env.BAZGOO_PYTHON || own || "python3";
}

const document = execFileSync(findPython(), ["-m", "bazgoo.server.openapi"], {
  encoding: "utf8",
  maxBuffer: 1 << 26,
});
const schema = HEADER + astToString(await openapi(JSON.parse(document)));

if (!process.argv.includes("--check")) {
  writeFileSync(TARGET, schema);
} else if (!existsSync(TARGET) || readFileSync(TARGET, "utf8") !== schema) {
  console.error("src/client/schema.ts is not what the server describes: run `npm run generate`.");
  process.exit(1);
}
