import { useState } from "react";
import { follow, type Mark } from "./marks";

/** The text that is being written, and the places in it that are said as someone chose. */
export function useWriting(beginning: string) {
  const [writing, setWriting] = useState<{ text: string; marks: Mark[] }>({ text: beginning, marks: [] });
  const without = (marks: readonly Mark[], start: number) => marks.filter((mark) => mark.start !== start);
  return {
    ...writing,
    write: (next: string) =>
      setWriting(({ text, marks }) => ({ text: next, marks: follow(marks, text, next) })),
    mark: (added: Mark) =>
      setWriting(({ text, marks }) => ({ text, marks: [...without(marks, added.start), added] })),
    unmark: (start: number) => setWriting(({ text, marks }) => ({ text, marks: without(marks, start) })),
  };
}
