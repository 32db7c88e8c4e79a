import { render, screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import "@/lib/language";
import { violations } from "@/testing/axe";
import { CurveTable } from "./CurveTable";

test("a chart is a table too, with its steps and values in Persian digits", async () => {
  const picture = { steps: [10, 20], curves: [{ name: "loss", values: [0.5, null] }] };
  render(<CurveTable title="خطا" picture={picture} nameOf={() => "خطای آموزش"} />);
  const table = screen.getByRole("table", { name: "خطا" });
  expect(within(table).getByRole("columnheader", { name: "خطای آموزش" })).toBeVisible();
  expect(within(table).getByRole("rowheader", { name: "۲۰" })).toBeVisible();
  expect(within(table).getByRole("cell", { name: "۰٫۵" })).toBeVisible();
  expect(await violations()).toEqual([]);
});
