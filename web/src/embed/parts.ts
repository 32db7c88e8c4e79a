import type { Words } from "./words";

/** What the element is made of. */
export interface Parts {
  box: HTMLTextAreaElement;
  button: HTMLButtonElement;
  progress: HTMLProgressElement;
  status: HTMLElement;
}

/* The studio's colours; a page that wants others sets --bazgoo-accent and --bazgoo-on-accent. */
const LOOKS = `
  :host { display: block; --ink: #15282d; --surface: #fff; --line: #7c8f92; --accent: #0a7377; --on-accent: #fff; }
  @media (prefers-color-scheme: dark) {
    :host { --ink: #e8f0ef; --surface: #142124; --line: #6d8589; --accent: #4fd0c7; --on-accent: #05211f; }
  }
  :host([hidden]), [hidden] { display: none !important; }
  label { display: block; margin-block-end: 0.4rem; }
  textarea {
    box-sizing: border-box; inline-size: 100%; min-block-size: 8rem; padding: 0.8rem 1rem; resize: vertical;
    font: inherit; font-size: 1.15rem; line-height: 2; color: var(--ink); background: var(--surface);
    border: 1px solid var(--line); border-radius: 0.8rem;
  }
  .row { display: flex; flex-wrap: wrap; align-items: center; gap: 0.8rem; margin-block-start: 0.6rem; }
  button {
    font: inherit; font-weight: 600; min-inline-size: 6rem; min-block-size: 2.75rem; padding: 0.4rem 1.4rem;
    cursor: pointer; border: 0; border-radius: 0.8rem;
    color: var(--bazgoo-on-accent, var(--on-accent)); background: var(--bazgoo-accent, var(--accent));
  }
  :focus-visible { outline: 2.5px solid var(--bazgoo-accent, var(--accent)); outline-offset: 2px; }
  progress { inline-size: 8rem; accent-color: var(--bazgoo-accent, var(--accent)); }
  p { margin: 0; }
`;

/** Fills `root`; without a box there is only the button. */
export function build(root: ShadowRoot, words: Words, withBox: boolean): Parts {
  const looks = new CSSStyleSheet();
  looks.replaceSync(LOOKS);
  root.adoptedStyleSheets = [looks];
  const label = make("label", { textContent: words.text, htmlFor: "text", hidden: !withBox });
  const box = make("textarea", { id: "text", dir: "auto", hidden: !withBox });
  box.setAttribute("aria-keyshortcuts", "Control+Enter Meta+Enter");
  const button = make("button", { type: "button", textContent: words.speak });
  const progress = make("progress", { ariaLabel: words.loading, hidden: true });
  const status = make("p", { role: "status" });
  const row = make("div", { className: "row" });
  row.append(button, progress, status);
  root.append(label, box, row);
  return { box, button, progress, status };
}

function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]>,
): HTMLElementTagNameMap[Tag] {
  return Object.assign(document.createElement(tag), properties);
}
