import { expect, test } from "vitest";
import { formatIn } from "@/lib/format";

const fa = formatIn("fa");
const en = formatIn("en");
// The invisible marks that Intl puts around numbers in right-to-left text are no part of the fact.
const plain = (text: string) => text.replace(/[\u200e\u200f\u061c]/g, "").replace(/\u00a0/g, " ");

test("numbers have Persian digits and separators in Persian", () => {
  expect(fa.number(1234.5)).toBe("۱٬۲۳۴٫۵");
  expect(en.number(1234.5)).toBe("1,234.5");
});

test("percentages go from 0 to 100", () => {
  expect(plain(fa.percent(35))).toBe("۳۵٪");
  expect(en.percent(35)).toBe("35%");
});

test("dates are Jalali in Persian", () => {
  expect(plain(fa.date("2026-11-20T12:00:00Z"))).toBe("۲۹ آبان ۱۴۰۵");
  expect(en.date("2026-11-20T12:00:00Z")).toBe("20 November 2026");
});

test("sizes are rounded to the largest unit below them", () => {
  expect(en.bytes(0)).toBe("0 bytes");
  expect(en.bytes(1_536_000)).toBe("1.5 MB");
  expect(en.bytes(62_000_000_000)).toBe("62 GB");
  expect(plain(fa.bytes(1_536_000))).toBe("۱٫۵ مگابایت");
});

test("a clock shows hours only when there are some", () => {
  expect(fa.clock(83)).toBe("۱:۲۳");
  expect(en.clock(3723)).toBe("1:02:03");
  expect(en.clock(0.4)).toBe("0:00");
});

test("durations name their two largest units", () => {
  expect(en.duration(2 * 86_400 + 3 * 3600 + 240)).toBe("2 days and 3 hours");
  expect(plain(fa.duration(2 * 86_400 + 3 * 3600 + 240))).toBe("۲ روز و ۳ ساعت");
  expect(en.duration(1.5)).toBe("1.5 seconds");
});
