import { expect, test } from "vitest";
import { Problem } from "@/lib/problem";

test("a problem carries what the server's details say", async () => {
  const response = Response.json(
    {
      code: "too_many",
      detail: "Wait a minute.",
      status: 429,
      errors: [{ loc: ["body", "email"], msg: "No." }],
    },
    { status: 429, headers: { "Retry-After": "30" } },
  );
  expect(await Problem.read(response)).toMatchObject({
    status: 429,
    code: "too_many",
    message: "Wait a minute.",
    errors: [{ loc: ["body", "email"], msg: "No." }],
    retryAfterS: 30,
  });
});

test("an answer that is no problem document still makes a problem", async () => {
  const problem = await Problem.read(new Response("<html>Bad gateway</html>", { status: 502 }));
  expect(problem).toMatchObject({ status: 502, code: "unknown", message: "", errors: [], retryAfterS: null });
});
