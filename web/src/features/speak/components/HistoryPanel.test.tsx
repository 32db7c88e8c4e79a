import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import "@/lib/language";
import type { HistoryEntry } from "../history/history";
import { history } from "../history/useHistory";
import { HistoryPanel } from "./HistoryPanel";

const FIRST: HistoryEntry = {
  id: "1",
  text: "یکم",
  ssml: false,
  voice: "amir",
  speed: 1.5,
  mode: "colloquial",
  spokenAt: "2026-01-02T10:00:00Z",
  durationS: 65,
  madeIn: "browser",
};
const chosen: HistoryEntry[] = [];

const texts = () =>
  screen.queryAllByTestId("history-entry").map((entry) => entry.querySelector("span")?.textContent);

beforeEach(() => {
  chosen.length = 0;
  history.replace([{ ...FIRST, id: "2", text: "دوم" }, FIRST]);
  render(<HistoryPanel onChoose={(entry) => chosen.push(entry)} voiceName={(id) => `صدای ${id}`} />);
});

describe("the history on the page", () => {
  it("tells the voice, the mode, the speed, the length and the Jalali day in Persian", () => {
    const entry = screen.getAllByTestId("history-entry")[1];
    expect(entry).toHaveTextContent("صدای amir");
    expect(entry).toHaveTextContent("گفتاری");
    expect(entry).toHaveTextContent("۱٫۵×");
    expect(entry).toHaveTextContent("در مرورگر");
    expect(entry).toHaveTextContent("۱:۰۵");
    expect(entry).toHaveTextContent("۱۲ دی ۱۴۰۴");
  });

  it("loads the text that is chosen", async () => {
    await userEvent.click(screen.getByRole("button", { name: /^یکم/ }));
    expect(chosen).toEqual([FIRST]);
  });

  it("deletes one, and takes it back", async () => {
    await userEvent.click(screen.getByRole("button", { name: "حذف «دوم»" }));
    expect(texts()).toEqual(["یکم"]);
    await userEvent.click(screen.getByRole("button", { name: "برگرداندن" }));
    expect(texts()).toEqual(["دوم", "یکم"]);
  });

  it("is cleared, and comes back", async () => {
    await userEvent.click(screen.getByRole("button", { name: "پاک کردن همه" }));
    expect(texts()).toEqual([]);
    await userEvent.click(screen.getByRole("button", { name: "برگرداندن" }));
    expect(texts()).toEqual(["دوم", "یکم"]);
  });
});
