import { useMemo } from "react";
import { useLanguage, type Language } from "@/lib/language";

const LOCALES: Record<Language, string> = { fa: "fa-IR-u-ca-persian", en: "en-GB" };
const BYTE_UNITS = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"] as const;
const DAY_S = 86_400;

/** How numbers, sizes, times and dates are written in one language. */
export interface Format {
  /** `1234.5` → ۱٬۲۳۴٫۵ */
  number: (value: number, options?: Intl.NumberFormatOptions) => string;
  /** A percentage from 0 to 100 → ۳۵٪ */
  percent: (value: number) => string;
  /** Bytes → ۱٫۵ مگابایت */
  bytes: (value: number) => string;
  /** Seconds as on a player: 83 → ۱:۲۳ */
  clock: (seconds: number) => string;
  /** Seconds in words, the two largest units: ۲ روز و ۳ ساعت */
  duration: (seconds: number) => string;
  /** A day: ۲۹ آبان ۱۴۰۵ */
  date: (when: string | Date) => string;
  /** A day and a time: ۲۹ آبان ۱۴۰۵، ۲۲:۱۵ */
  dateTime: (when: string | Date) => string;
  /** The same to the second, in figures: ۱۴۰۵/۸/۲۹، ۲۲:۱۵:۰۹ */
  moment: (when: string | Date) => string;
}

/** The formats of a language: Persian digits and Jalali dates, or English ones. */
export function formatIn(language: Language): Format {
  const locale = LOCALES[language];
  const number: Format["number"] = (value, options) => new Intl.NumberFormat(locale, options).format(value);
  const unit = (value: number, name: string, display: "long" | "short" = "long") =>
    number(value, {
      style: "unit",
      unit: name,
      unitDisplay: display,
      maximumFractionDigits: value < 10 ? 1 : 0,
    });
  return {
    number,
    percent: (value) => number(value / 100, { style: "percent", maximumFractionDigits: 0 }),
    bytes: (value) => {
      const step = value < 1 ? 0 : Math.min(Math.floor(Math.log10(value) / 3), BYTE_UNITS.length - 1);
      return unit(
        value / 1000 ** step,
        BYTE_UNITS[step] ?? "byte",
        step === 0 || language === "fa" ? "long" : "short",
      );
    },
    clock: (seconds) => {
      const whole = Math.max(0, Math.floor(seconds));
      const two = (value: number) => number(value, { minimumIntegerDigits: 2 });
      const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
      return `${hours ? `${number(hours)}:${two(minutes)}` : number(minutes)}:${two(whole % 60)}`;
    },
    duration: (seconds) =>
      new Intl.ListFormat(locale, { type: "conjunction" }).format(
        units(seconds).map(([value, name]) => unit(value, name)),
      ),
    date: (when) => new Intl.DateTimeFormat(locale, { dateStyle: "long" }).format(new Date(when)),
    dateTime: (when) =>
      new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short" }).format(new Date(when)),
    moment: (when) =>
      new Intl.DateTimeFormat(locale, { dateStyle: "short", timeStyle: "medium" }).format(new Date(when)),
  };
}

/** The formats of the page's language. */
export function useFormat(): Format {
  const language = useLanguage();
  return useMemo(() => formatIn(language), [language]);
}

function units(seconds: number): [number, string][] {
  if (seconds < 60) return [[Math.max(0, seconds), "second"]];
  const whole = Math.floor(seconds);
  const parts: [number, string][] = [
    [Math.floor(whole / DAY_S), "day"],
    [Math.floor(whole / 3600) % 24, "hour"],
    [Math.floor(whole / 60) % 60, "minute"],
    [whole % 60, "second"],
  ];
  return parts.filter(([value]) => value > 0).slice(0, 2);
}
