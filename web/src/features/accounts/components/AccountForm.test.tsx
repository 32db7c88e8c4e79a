import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { AccountForm } from "@/features/accounts/components/AccountForm";
import type { Entries } from "@/features/accounts/faults";
import { chooseLanguage } from "@/lib/language";
import { Problem } from "@/lib/problem";
import { violations } from "@/testing/axe";

afterEach(() => chooseLanguage("fa"));

function show(onSubmit: (entries: Entries) => Promise<void> = () => Promise.resolve()) {
  render(
    <AccountForm making title="حساب تازه" submit="بساز" onSubmit={onSubmit}>
      …
    </AccountForm>,
  );
  return userEvent.setup();
}

async function fill(user: ReturnType<typeof userEvent.setup>) {
  await user.type(screen.getByTestId("email"), "sara@example.org");
  await user.type(screen.getByTestId("username"), "سارا");
  await user.type(screen.getByTestId("password"), "گذرواژهٔ سارا");
}

test("the form breaks no rule of accessibility, empty or with faults", async () => {
  const user = show();
  expect(await violations()).toEqual([]);
  await user.click(screen.getByTestId("submit-register"));
  expect(await violations()).toEqual([]);
});

test("an empty form says what is missing, at the field too, and goes to the first", async () => {
  const user = show();
  await user.click(screen.getByTestId("submit-register"));
  expect(screen.getByRole("alert")).toHaveTextContent("۳ مورد را درست کنید");
  expect(screen.getByTestId("email")).toHaveFocus();
  expect(screen.getByTestId("email")).toBeInvalid();
  expect(screen.getByTestId("email")).toHaveAccessibleDescription("رایانامه را بنویسید.");
});

test("what was written is handed over, without spaces around it", async () => {
  const given: Entries[] = [];
  const user = show((entries) => Promise.resolve(void given.push(entries)));
  await user.type(screen.getByTestId("username"), " ");
  await fill(user);
  await user.keyboard("{Enter}");
  expect(given).toEqual([{ email: "sara@example.org", username: "سارا", password: "گذرواژهٔ سارا" }]);
});

test("the server's refusal is shown, and its word about a field at that field", async () => {
  const refusal = new Problem({
    status: 422,
    code: "invalid_request",
    detail: "یک مقدار پذیرفتنی نیست.",
    errors: [{ loc: ["body", "email"], msg: "این رایانامه درست نیست." }],
  });
  const user = show(() => Promise.reject(refusal));
  await fill(user);
  await user.click(screen.getByTestId("submit-register"));
  expect(await screen.findByTestId("error-message")).toHaveTextContent("یک مقدار پذیرفتنی نیست.");
  expect(screen.getByTestId("email")).toHaveAccessibleDescription("این رایانامه درست نیست.");
  expect(screen.getByTestId("submit-register")).toBeEnabled();
});

test("a studio that does not answer is said in a sentence of the page's language", async () => {
  const user = show(() => Promise.reject(Problem.unreachable()));
  await fill(user);
  await user.click(screen.getByTestId("submit-register"));
  expect(await screen.findByRole("alert")).toHaveTextContent("به کارگاه دسترسی نیست");
  await chooseLanguage("en");
  expect(await screen.findByText(/The studio does not answer/)).toBeVisible();
});

test("the password can be looked at", async () => {
  const user = show();
  expect(screen.getByTestId("password")).toHaveAttribute("type", "password");
  await user.click(screen.getByRole("button", { name: "نمایش گذرواژه" }));
  expect(screen.getByTestId("password")).toHaveAttribute("type", "text");
});
