import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, test } from "vitest";
import "@/lib/language";
import { violations } from "@/testing/axe";
import { aField } from "@/testing/trainings";
import type { RecipeField } from "../api/shapes";
import { ConfigField } from "./ConfigField";
import { Doctor } from "./Doctor";
import { faultsOf } from "./fields";

function OneField({ field }: { field: RecipeField }) {
  const [value, setValue] = useState("");
  return (
    <ConfigField
      field={field}
      value={value}
      fault={faultsOf([field], { [field.name]: value })[field.name]}
      onWrite={setValue}
    />
  );
}

test("a field says what it is, what it may be, and when it is wrong, in Persian", async () => {
  render(<OneField field={aField()} />);
  const field = screen.getByRole("textbox", { name: "شمار دوره‌ها" });
  await userEvent.type(field, "۵۰۰");
  expect(field).toHaveAttribute("aria-invalid", "true");
  expect(field).toHaveAccessibleDescription(/از .*۱.* تا .*۱۰۰/);
  await userEvent.clear(field);
  await userEvent.type(field, "۵۰");
  expect(field).not.toHaveAttribute("aria-invalid");
  expect(await violations()).toEqual([]);
});

test("a field that only a newer server knows is shown in the server's words", () => {
  render(<OneField field={aField({ name: "sparkle", description: "How much it glitters." })} />);
  expect(screen.getByRole("textbox", { name: "sparkle" })).toHaveAccessibleDescription(/عددی بنویسید/);
});

type Answer = Parameters<typeof Doctor>[0]["verdict"];

test("the doctor says every reason and everything that is needed", async () => {
  const data = {
    ok: false,
    refusals: [{ code: "too_few", message: "ضبط‌ها کم است." }],
    warnings: [{ code: "noisy", message: "سه ضبط پرنوفه است." }],
    records: 4,
    duration_s: 9,
    steps: 10,
    seconds: 61,
    memory_mb: 500,
    disk_mb: 90,
    parameters: 1000,
  };
  const answer = { data, error: null, isFetching: false } as unknown as Answer;
  const { rerender } = render(<Doctor verdict={answer} asked waiting={false} />);
  expect(screen.getByTestId("training-refusal")).toHaveTextContent("ضبط‌ها کم است.");
  expect(screen.getByTestId("training-warning")).toHaveTextContent("سه ضبط پرنوفه است.");
  const fine = { ...answer, data: { ...data, ok: true, refusals: [] } } as Answer;
  rerender(<Doctor verdict={fine} asked waiting={false} />);
  expect(screen.getByText("حدود ۱ دقیقه و ۱ ثانیه")).toBeVisible();
  expect(await violations()).toEqual([]);
});
