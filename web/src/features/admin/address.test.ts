import { expect, test } from "vitest";
import { readAdmin } from "./address";

const PERSON = "0b9ff3f0-5d6a-4f63-9d64-9a3a2f6a8a10";

test("an address says which sheet is open and what of it is looked at", () => {
  expect(readAdmin({ tab: "audit", action: "login_failed", person: PERSON })).toMatchObject({
    tab: "audit",
    action: "login_failed",
    person: PERSON,
  });
});

test("what no link of ours says is not heard", () => {
  const odd = {
    tab: "root",
    kind: 7,
    status: "gone",
    source: "../etc",
    level: [],
    action: {},
    person: "1 OR 1",
  };
  expect(Object.values(readAdmin(odd)).every((value) => value === undefined)).toBe(true);
});
