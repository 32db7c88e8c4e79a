import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import "@/lib/language";
import { Install } from "./Install";

test("installing is offered when the browser offers it, once", async () => {
  render(<Install />);
  expect(screen.queryByTestId("install")).toBeNull();
  const prompt = vi.fn(() => Promise.resolve());
  const offer = Object.assign(new Event("beforeinstallprompt", { cancelable: true }), { prompt });
  act(() => void window.dispatchEvent(offer));
  expect(offer.defaultPrevented).toBe(true);
  await userEvent.click(screen.getByRole("button", { name: "نصب بازگو" }));
  expect(prompt).toHaveBeenCalledOnce();
  expect(screen.queryByTestId("install")).toBeNull();
});
