import { expect, test } from "vitest";
import type { Mark } from "./marks";
import { lettersOf, spell } from "./spelling";

const read = { text: "کرم", spoken: "کرم", vocalized: "کِرِمِ", ipa: "kerˈeme", ezafe: true };
const mark: Mark = { start: 0, end: 3, said: { ipa: "kˈarame" }, spelling: "کَرَم" };

test("a word is shown with its vowels or without them, and with its ezafe in either way", () => {
  expect([spell(read, true), spell(read, false)]).toEqual(["کِرِمِ", "کرمِ"]);
  expect(spell({ ...read, text: "خانه", spoken: "خانه", ipa: "xˈɑneje" }, false)).toBe("خانهٔ");
});

test("a word that is said otherwise than it is written is shown as it is said", () => {
  const respelled = {
    text: "می‌خواهم",
    spoken: "می‌خوام",
    vocalized: "می‌خوام",
    ipa: "mixˈɑm",
    ezafe: false,
  };
  expect([spell(respelled, true), spell(respelled, false)]).toEqual(["می‌خوام", "می‌خوام"]);
});

test("figures stand as they are written", () => {
  const figures = { text: "۱۲", spoken: "دوازده", vocalized: "۱۲", ipa: "davɑzdˈah", ezafe: false };
  expect([spell(figures, true), spell(figures, false)]).toEqual(["۱۲", "۱۲"]);
});

test("vowels that the writer wrote are not hidden", () => {
  const written = { text: "کِرم", spoken: "کِرم", vocalized: "کِرم", ipa: "kˈerm", ezafe: false };
  expect(spell(written, false)).toBe("کِرم");
  expect(lettersOf(written)).toBe("کرم");
});

test("what was chosen for a place is shown there", () => {
  expect([spell(read, true, mark), spell(read, false, mark)]).toEqual(["کَرَمِ", "کرمِ"]);
  const respelling: Mark = { ...mark, said: { spoken: "گُلناز" }, spelling: "گُلناز" };
  expect([spell(read, true, respelling), spell(read, false, respelling)]).toEqual(["گُلنازِ", "گلنازِ"]);
});
