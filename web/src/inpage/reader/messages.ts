import type { Analysis, AnalysisRequest, Fetched, ReadingRequest, ReadPassage } from "../types";

/** What the page asks of the worker; each question has a number of its own. */
export type Question =
  | { kind: "start"; archive: ArrayBuffer }
  | { kind: "read"; request: ReadingRequest }
  /** The next passage of a reading, whose name the answer to `read` was. */
  | { kind: "next"; reading: number }
  | { kind: "analyze"; request: AnalysisRequest }
  /** Nothing more of that reading is wanted. */
  | { kind: "stop"; reading: number };

/** What each question is answered with. */
export interface Answers {
  start: null;
  read: number;
  /** Null behind the last one. */
  next: ReadPassage | null;
  analyze: Analysis;
  stop: null;
}

/** Why something cannot be read, with the sentence in both languages: the worker does not know the page's. */
export interface ReadingProblem {
  code: string;
  fa: string;
  en: string;
}

/** What a worker says without being asked: how far what it runs on has come. */
export interface News {
  fetched: Fetched;
}

/** The answer to one question. */
export type Answer =
  | { id: number; value: Answers[keyof Answers] }
  | { id: number; problem: ReadingProblem }
  /** What nobody foresaw. */
  | { id: number; fault: string };
