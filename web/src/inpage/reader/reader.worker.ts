import { countFetches } from "./counting";
import type { Answer, News, Question } from "./messages";
import { type Ask, openPython } from "./python";

countFetches((loaded) => postMessage({ fetched: { loaded, total: PYODIDE_BYTES } } satisfies News));

/** A worker begins with what it needs in any case, while the page still fetches the archive. */
const opening = openPython();
opening.catch(() => undefined);

let ask: Ask | null = null;

onmessage = ({ data }: MessageEvent<{ id: number; question: Question }>) => {
  void answer(data.id, data.question).then((found) => postMessage(found));
};

async function answer(id: number, question: Question): Promise<Answer> {
  try {
    if (question.kind === "start") {
      ask = (await opening)(question.archive);
      return { id, value: null };
    }
    if (ask === null) throw new Error("the reader has not been started");
    return { ...(JSON.parse(ask(JSON.stringify(question))) as Answer), id };
  } catch (error) {
    return { id, fault: String(error) };
  }
}
