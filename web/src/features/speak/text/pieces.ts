import { utf16Offsets } from "./offsets";

/** A stretch of the text in the read view: a spoken passage (`clip`), or what lies between. */
export interface Piece {
  text: string;
  clip: number | null;
}

/** Where a passage lies in its text, in code points. */
export interface Span {
  textStart: number;
  textEnd: number;
}

/** Cuts `text` at the passages that have arrived; joined, the pieces are the text again. */
export function piecesOf(text: string, spans: readonly Span[]): Piece[] {
  const toUtf16 = utf16Offsets(text);
  const pieces: Piece[] = [];
  let at = 0;
  spans.forEach((span, clip) => {
    const start = Math.max(at, toUtf16(span.textStart));
    const end = Math.max(start, toUtf16(span.textEnd));
    if (start > at) pieces.push({ text: text.slice(at, start), clip: null });
    if (end > start) pieces.push({ text: text.slice(start, end), clip });
    at = end;
  });
  if (at < text.length) pieces.push({ text: text.slice(at), clip: null });
  return pieces;
}

const MOST_PIECES = 40;

/** Groups pieces into the text's paragraphs; one without end is divided, so that a page can draw part of it. */
export function paragraphsOf(pieces: readonly Piece[]): Piece[][] {
  const paragraphs: Piece[][] = [];
  let open = false;
  for (const piece of pieces) {
    if (!open) paragraphs.push([]);
    const paragraph = paragraphs.at(-1) ?? [];
    paragraph.push(piece);
    open = !piece.text.endsWith("\n") && paragraph.length < MOST_PIECES;
  }
  return paragraphs;
}

/** The beginning of what has not been said yet: a glimpse, not the whole of a long text. */
export function glimpseOf(text: string): string {
  const [glimpse = ""] = /^.{0,600}/su.exec(text) ?? [];
  return glimpse.length < text.length ? `${glimpse}…` : text;
}

/** What a person reads of a stretch of SSML: its text, without the tags. */
export function withoutTags(ssml: string): string {
  return ssml
    .replace(/<!--[\s\S]*?(-->|$)|<[^>]*(>|$)/g, "")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, "&");
}
