import { expect, test } from "vitest";
import { differences } from "./differences";

test("where trainings were told different things comes first", () => {
  const told = differences([
    { config: { epochs: 3, hidden: [64, 32] } },
    { config: { epochs: 3, hidden: [64], seed: 2 } },
  ]);
  expect(told.map(({ name, differs }) => [name, differs])).toEqual([
    ["hidden", true],
    ["seed", true],
    ["epochs", false],
  ]);
  expect(told[1]?.values).toEqual([undefined, 2]);
});
