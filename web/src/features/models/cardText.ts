/** A piece of a model's card. */
export interface Block {
  kind: "heading" | "paragraph" | "item" | "code";
  text: string;
}

/**
 * Reads the little of Markdown that a card needs to be read as text.
 *
 * Pictures, tables' rules and HTML are left out; what is left is only ever shown as text.
 */
export function readCard(card: string): Block[] {
  return card
    .replace(/\r\n?/g, "\n")
    .split(/^```.*$/m)
    .flatMap((part, n) => (n % 2 === 1 ? readCode(part) : readProse(part)));
}

function readCode(part: string): Block[] {
  const text = part.replace(/^\n+|\s+$/g, "");
  return text === "" ? [] : [{ kind: "code", text }];
}

function readProse(part: string): Block[] {
  const blocks: Block[] = [];
  let open = false;
  for (const line of withoutHtml(part).split("\n")) {
    const block = readLine(line);
    const last = blocks.at(-1);
    if (block?.kind === "paragraph" && open && last) last.text += ` ${block.text}`;
    else if (block) blocks.push(block);
    open = block !== null && block.kind !== "heading";
  }
  return blocks;
}

function readLine(line: string): Block | null {
  const heading = /^\s*#{1,6}\s+(.*?)\s*#*$/.exec(line);
  const item = /^\s*(?:[-*+]|\d+[.)])\s+(.*)$/.exec(line);
  const text = plain(heading?.[1] ?? item?.[1] ?? line);
  if (text === "" || /^[\s|:=*_-]+$/.test(line)) return null;
  return { kind: heading ? "heading" : item ? "item" : "paragraph", text };
}

function withoutHtml(text: string): string {
  return text
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, "")
    .replace(/<\/?[a-z][^>]*>/gi, "");
}

/** A line without its marks: pictures go, links keep their words. */
function plain(line: string): string {
  return line
    .replace(/!\[[^\]]*\]\([^)]*\)/g, "")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/(\*\*|__|`)(.+?)\1/g, "$2")
    .trim();
}
