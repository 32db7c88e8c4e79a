import { useState } from "react";
import { recall, remember } from "@/lib/storage";

/** Whether this browser shows the vowels of what is read. */
export function useVowels() {
  const [vowels, setVowels] = useState(() => recall("reading_vowels") !== "hidden");
  const showVowels = (shown: boolean) => {
    setVowels(shown);
    remember("reading_vowels", shown ? null : "hidden");
  };
  return { vowels, showVowels };
}
