const WORDS = {
  fa: {
    text: "متنی که خوانده می‌شود",
    speak: "بخوان",
    stop: "بایست",
    loading: "صدا در راه است…",
    speaking: "می‌خواند…",
    done: "خوانده شد.",
    failed: "صدا راه نیفتاد. اتصال را ببینید، صفحه را تازه کنید و دوباره بکوشید.",
    inpage: {
      readerUnavailable:
        "خوانندهٔ متن در این مرورگر راه نیفتاد. صفحه را تازه کنید یا مرورگر تازه‌تری بیاورید.",
      engineUnavailable:
        "موتور گفتار در این مرورگر راه نیفتاد. صفحه را تازه کنید یا مرورگر تازه‌تری بیاورید.",
      configDamaged: "پروندهٔ JSON این صدا خراب است. پوشه را از نو بسازید.",
      graphDamaged: "مدل این صدا خراب است. پوشه را از نو بسازید.",
    },
  },
  en: {
    text: "Text to read",
    speak: "Speak",
    stop: "Stop",
    loading: "The voice is on its way…",
    speaking: "Speaking…",
    done: "It has been read.",
    failed: "The voice did not start. Look at the connection, reload the page and try again.",
    inpage: {
      readerUnavailable:
        "The reader of texts did not start in this browser. Reload the page, or use a newer one.",
      engineUnavailable:
        "The speech engine did not start in this browser. Reload the page, or use a newer one.",
      configDamaged: "The JSON of this voice is damaged. Make the folder anew.",
      graphDamaged: "The model of this voice is damaged. Make the folder anew.",
    },
  },
};

export type Words = (typeof WORDS)["fa"];

/** What is said to people in the language that `element` stands in: Persian, unless that is another. */
export function wordsFor(element: Element): Words {
  return WORDS[languageOf(element)];
}

export function languageOf(element: Element): keyof typeof WORDS {
  const language = element.closest("[lang]")?.getAttribute("lang") ?? "fa";
  return language.startsWith("fa") ? "fa" : "en";
}
