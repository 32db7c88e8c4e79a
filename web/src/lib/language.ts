import i18n from "i18next";
import { initReactI18next, useTranslation } from "react-i18next";
import en from "@/locales/en.json";
import fa from "@/locales/fa.json";
import { onRemembered, recall, remember } from "@/lib/storage";

/** The languages the studio speaks to people. */
export type Language = "fa" | "en";

declare module "i18next" {
  interface CustomTypeOptions {
    resources: { translation: typeof fa };
  }
}

/** The direction a language is written in. */
export function directionOf(language: Language): "rtl" | "ltr" {
  return language === "fa" ? "rtl" : "ltr";
}

/** The language the page is in now. */
export function currentLanguage(): Language {
  return i18n.language === "en" ? "en" : "fa";
}

/** The language the page is in now, for components. */
export function useLanguage(): Language {
  useTranslation();
  return currentLanguage();
}

/** Puts the page into `language` and remembers it. */
export async function chooseLanguage(language: Language): Promise<void> {
  remember("language", language);
  await show(language);
}

async function show(language: Language): Promise<void> {
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
  await i18n.changeLanguage(language);
}

void i18n.use(initReactI18next).init({
  resources: { fa: { translation: fa }, en: { translation: en } },
  lng: recall("language") === "en" ? "en" : "fa",
  fallbackLng: false,
  showSupportNotice: false,
  interpolation: { escapeValue: false },
});

onRemembered("language", () => void show(recall("language") === "en" ? "en" : "fa"));
