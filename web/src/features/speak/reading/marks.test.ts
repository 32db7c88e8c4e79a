import { expect, test } from "vitest";
import { sayEzafe, withEzafe, withoutEzafe } from "./ezafe";
import { follow, markUp, type Mark } from "./marks";

const said = { ipa: "kerˈem" };
const mark: Mark = { start: 4, end: 7, said, spelling: "کِرِم" };

test("a text without marks says what it said, a new line included", () => {
  expect(markUp("الف\nب & ج\n\nد\n", [])).toBe(
    '<speak>الف<break time="350ms"/>\nب &amp; ج<break time="600ms"/>\n\nد\n</speak>',
  );
});

test("a mark becomes an element around its word", () => {
  expect(markUp("آن، کرم خوب", [mark])).toBe(
    '<speak>آن، <phoneme alphabet="ipa" ph="kerˈem">کرم</phoneme> خوب</speak>',
  );
  expect(markUp("کرم", [{ start: 0, end: 3, said: { spoken: 'کِ"رِم' }, spelling: "" }])).toBe(
    '<speak><sub alias="کِ&quot;رِم">کرم</sub></speak>',
  );
});

test("a mark follows its word when the text around it changes", () => {
  expect(follow([mark], "آن، کرم خوب", "آن روز، کرم خوب")).toEqual([{ ...mark, start: 8, end: 11 }]);
  expect(follow([mark], "آن، کرم خوب", "آن، کرم بد")).toEqual([mark]);
});

test("a mark goes with its word", () => {
  expect(follow([mark], "آن، کرم خوب", "آن، کر خوب")).toEqual([]);
  expect(follow([mark], "آن، کرم", "آن، کرمان")).toEqual([]);
  expect(follow([mark], "آن، کرم", "")).toEqual([]);
});

test("an ezafe is written as it sounds", () => {
  expect(withEzafe("خانه", "xɑnˈeje")).toBe("خانهٔ");
  expect(withEzafe("راه", "rˈɑhe")).toBe("راهِ");
  expect(withEzafe("کتابِ", "ketˈɑbe")).toBe("کتابِ");
  expect(withEzafe("حَقِّ", "hˈaqqe")).toBe("حَقِّ");
  expect(["خانهٔ", "خانۀ", "کتابِ", "حقِّ"].map(withoutEzafe)).toEqual(["خانه", "خانه", "کتاب", "حقّ"]);
  expect([sayEzafe("xɑnˈe"), sayEzafe("ketˈɑb")]).toEqual(["xɑnˈeje", "ketˈɑbe"]);
});
