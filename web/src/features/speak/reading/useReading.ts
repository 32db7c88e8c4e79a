import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { Analysis, AnalysisRequest } from "@/inpage/types";
import { READING } from "@/lib/lexicon";
import type { Mode } from "@/lib/speech";
import { utf16Offsets } from "../text/offsets";
import { analyze } from "./analyze";

/** How one word is read; its place is in UTF-16. */
export type WordReading = Analysis["sentences"][number]["words"][number];

/** A text and how its words are read, in order. */
export interface Reading {
  text: string;
  words: WordReading[];
}

const PAUSE_MS = 400;
/** How much of a text is shown: a page of it. */
const LONGEST = 3_000;

/**
 * How `text` will be read, asked for when the typing pauses, or found out `onlyHere`; `cut` when only its beginning is
 * shown.
 */
export function useReading(text: string, ssml: boolean, mode: Mode, onlyHere: boolean) {
  // Half a document cannot be read.
  const cut = !ssml && text.length > LONGEST;
  const settled = useSettled(cut ? beginningOf(text) : text);
  const reading = useQuery({
    queryKey: [...READING, settled, ssml, mode, onlyHere],
    queryFn: ({ signal }) => read({ text: settled, ssml, mode }, onlyHere, signal),
    enabled: settled.trim() !== "",
    placeholderData: keepPreviousData,
  });
  return { reading, cut };
}

async function read(
  body: Omit<AnalysisRequest, "lexicon">,
  onlyHere: boolean,
  signal: AbortSignal,
): Promise<Reading> {
  const { sentences } = await analyze(body, onlyHere, signal);
  const { text } = body;
  const place = utf16Offsets(text);
  const words = sentences
    .flatMap((sentence) => sentence.words)
    .filter(({ source }) => source !== "mark")
    .map((word) => ({ ...word, start: place(word.start), end: place(word.end) }));
  return { text, words };
}

function beginningOf(text: string): string {
  return /^[\s\S]*\s/.exec(text.slice(0, LONGEST))?.[0] ?? text.slice(0, LONGEST);
}

function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
