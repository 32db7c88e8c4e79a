// Writes src/client/: schema.ts from the server's OpenAPI document and events.ts from its live events; with --check,
// only says whether they are current.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import openapi, { astToString } from "openapi-typescript";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
function findPython() {
  const own = [at("../../.venv/bin/python"), at("../../.venv/Scripts/python.exe")].find(existsSync);
  return process.env.BAZGOO_PYTHON || own || "python3";
}

function ask(module) {
  return execFileSync(findPython(), ["-m", module], { encoding: "utf8", maxBuffer: 1 << 26 });
}

const FILES = {
  "schema.ts": [
    "the server's OpenAPI document",
    astToString(await openapi(JSON.parse(ask("bazgoo.server.openapi")))),
  ],
  "events.ts": ["the server's live events", ask("bazgoo.server.live.typescript")],
};

for (const [name, [origin, content]] of Object.entries(FILES)) {
  const target = at(`../src/client/${name}`);
  const written = `// Generated from ${origin} by \`npm run generate\`; never edited by hand.\n\n${content}`;
  if (!process.argv.includes("--check")) {
    writeFileSync(target, written);
  } else if (!existsSync(target) || readFileSync(target, "utf8") !== written) {
    console.error(`src/client/${name} is not what the server describes: run \`npm run generate\`.`);
    process.exit(1);
  }
}
