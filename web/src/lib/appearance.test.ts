import { afterEach, expect, test } from "vitest";
import { chooseLanguage, currentLanguage } from "@/lib/language";
import { chooseTheme, chosenTheme, shownTheme } from "@/lib/theme";

const root = document.documentElement;

afterEach(async () => {
  await chooseLanguage("fa");
  chooseTheme("system");
});

test("a new browser sees Persian", () => {
  expect(currentLanguage()).toBe("fa");
});

test("choosing English turns the page and is remembered", async () => {
  await chooseLanguage("en");
  expect([root.lang, root.dir, currentLanguage()]).toEqual(["en", "ltr", "en"]);
  expect(localStorage.getItem("bazgoo.language")).toBe("en");
  await chooseLanguage("fa");
  expect([root.lang, root.dir]).toEqual(["fa", "rtl"]);
});

test("another tab's choice of language is followed", async () => {
  localStorage.setItem("bazgoo.language", "en");
  window.dispatchEvent(new StorageEvent("storage", { key: "bazgoo.language" }));
  await expect.poll(() => root.lang).toBe("en");
});

test("a chosen theme is shown and remembered, and the system's is not", () => {
  chooseTheme("dark");
  expect([root.dataset.theme, chosenTheme(), localStorage.getItem("bazgoo.theme")]).toEqual([
    "dark",
    "dark",
    "dark",
  ]);
  chooseTheme("system");
  expect([shownTheme(), chosenTheme(), localStorage.getItem("bazgoo.theme")]).toEqual([
    "light",
    "system",
    null,
  ]);
});
