// What TensorFlow.js tells: node predictions.mjs WEB_FOLDER TFJS_FOLDER < features.json > probabilities.json
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const [web, folder] = process.argv.slice(2);
const require = createRequire(join(web, "package.json"));
const tf = require("@tensorflow/tfjs-core");
require("@tensorflow/tfjs-backend-cpu");
const { loadLayersModel } = require("@tensorflow/tfjs-layers");

const server = createServer((request, response) => response.end(readFileSync(join(folder, request.url))));
await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
try {
  await tf.setBackend("cpu");
  const model = await loadLayersModel(`http://127.0.0.1:${server.address().port}/model.json`);
  const { features, shape } = JSON.parse(readFileSync(0, "utf8"));
  process.stdout.write(JSON.stringify(model.predict(tf.tensor(features, shape)).arraySync()));
} finally {
  server.close();
  server.closeAllConnections();
}
