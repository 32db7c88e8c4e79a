import { useTranslation } from "react-i18next";

const CODES = [
  "unreadable",
  "silent",
  "clipped",
  "noisy",
  "narrow_band",
  "too_short",
  "too_long",
  "too_fast",
  "too_slow",
  "duplicate_audio",
  "duplicate_text",
  "no_text",
  "unread_symbols",
  "unread_numbers",
  "unbalanced_label",
] as const;

/** What a problem is called; one that a newer server knows keeps its code. */
export function useProblemName(): (code: string) => string {
  const { t } = useTranslation();
  return (code) => {
    const known = CODES.find((name) => name === code);
    return known ? t(`datasets.problem.${known}`) : code;
  };
}

/** What a problem means, in a sentence. */
export function useProblemNote(): (code: string) => string | undefined {
  const { t } = useTranslation();
  return (code) => {
    const known = CODES.find((name) => name === code);
    return known && t(`datasets.problemNote.${known}`);
  };
}
