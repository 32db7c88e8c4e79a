import { expect, test } from "vitest";
import { afterReading, afterSkipping, EMPTY, extended } from "./script";

const prompt = (id: string) => ({ id, text: `جملهٔ ${id}`, phones: null });
const answer = (...ids: string[]) => {
  const [next = null, ...upcoming] = ids.map(prompt);
  return { next, upcoming };
};
const idsOf = (script: typeof EMPTY) => script.ahead.map(({ id }) => id);

test("what the server knows is read in its order, each once", () => {
  const script = extended(extended(EMPTY, answer("a", "b")), answer("b", "c"));
  expect(idsOf(script)).toEqual(["a", "b", "c"]);
});

test("what was read and is not sent yet does not come again", () => {
  const script = afterReading(extended(EMPTY, answer("a", "b")));
  expect(idsOf(extended(script, answer("a", "b", "c")))).toEqual(["b", "c"]);
});

test("what was skipped comes again when the others are read", () => {
  const script = afterSkipping(extended(EMPTY, answer("a", "b")));
  expect(idsOf(script)).toEqual(["b"]);
  expect(idsOf(extended(afterReading(script), answer("a", "b")))).toEqual(["a"]);
});

test("the last sentence stays when it is skipped", () => {
  expect(idsOf(afterSkipping(extended(EMPTY, answer("a"))))).toEqual(["a"]);
});

test("when all is read there is nothing", () => {
  expect(idsOf(afterReading(extended(EMPTY, answer())))).toEqual([]);
});
