import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { Toasts } from "@/components/ui/Toasts";
import "@/lib/language";
import { announce } from "@/lib/toasts";
import { violations } from "@/testing/axe";

afterEach(() => {
  vi.useRealTimers();
});

test("a toast is heard, can be acted on, and is then gone", async () => {
  const speak = vi.fn();
  render(<Toasts />);
  act(() => announce("«امیر» آماده است.", { label: "با آن بگو", onChoose: speak }));
  expect(screen.getByRole("region", { name: "پیام‌ها" })).toHaveAttribute("aria-live", "polite");
  expect(await violations()).toEqual([]);
  await userEvent.click(screen.getByRole("button", { name: "با آن بگو" }));
  expect(speak).toHaveBeenCalledOnce();
  expect(screen.queryByText(/امیر/)).toBeNull();
});

test("a toast goes by itself, but not from under the hand", () => {
  vi.useFakeTimers();
  render(<Toasts />);
  act(() => announce("یک"));
  act(() => screen.getByRole("button", { name: "بستن" }).focus());
  act(() => void vi.advanceTimersByTime(60_000));
  expect(screen.getByText("یک")).toBeInTheDocument();
  act(() => screen.getByRole("button", { name: "بستن" }).blur());
  act(() => void vi.advanceTimersByTime(60_000));
  expect(screen.queryByText("یک")).toBeNull();
});
