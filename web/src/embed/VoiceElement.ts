import type { Fetched } from "@/inpage/types";
import { Problem } from "@/lib/problem";
import { MODES } from "@/lib/speech";
import type { EmbeddedVoice } from "./EmbeddedVoice";
import { build, type Parts } from "./parts";
import { wordsFor, type Words } from "./words";

/**
 * `<bazgoo-voice>`: a text box and a button that reads it. Its content is the first text; with `for="id"` there is no
 * box and the element of that id is read. `speed` and `mode` are as `speak()` takes them.
 */
export abstract class VoiceElement extends HTMLElement {
  protected abstract readonly voice: EmbeddedVoice;
  private words!: Words;
  private parts!: Parts;
  private speaking = false;
  private turns = 0;

  connectedCallback(): void {
    if (this.shadowRoot) return;
    this.words = wordsFor(this);
    this.parts = build(this.attachShadow({ mode: "open" }), this.words, !this.hasAttribute("for"));
    this.parts.box.value = this.textContent.trim();
    this.parts.button.onclick = () => {
      if (this.speaking) this.stop();
      else void this.speak();
    };
    this.parts.box.onkeydown = ({ key, ctrlKey, metaKey }) => {
      if (key === "Enter" && (ctrlKey || metaKey)) void this.speak();
    };
  }

  disconnectedCallback(): void {
    this.stop();
  }

  /** Reads what is in the box, or the element that `for` names, until it has been heard. */
  async speak(): Promise<void> {
    const turn = ++this.turns;
    this.show(true, this.words.loading);
    const status = await this.said();
    if (turn === this.turns) this.show(false, status);
  }

  stop(): void {
    if (this.speaking) this.voice.stop();
  }

  /** Speaks, and gives the sentence that is left to say about it. */
  private async said(): Promise<string> {
    try {
      await this.voice.speak(this.text(), {
        speed: Number(this.getAttribute("speed") ?? 1),
        mode: MODES.find((mode) => mode === this.getAttribute("mode")) ?? "formal",
        onLoading: (fetched) => this.showLoading(fetched),
        onPassage: () => this.show(true, this.words.speaking),
      });
      return this.words.done;
    } catch (reason) {
      return isAbort(reason) ? "" : sentenceOf(reason, this.words);
    }
  }

  private text(): string {
    const id = this.getAttribute("for");
    return id === null ? this.parts.box.value : (document.getElementById(id)?.innerText ?? "");
  }

  private show(speaking: boolean, status: string): void {
    this.speaking = speaking;
    this.parts.button.textContent = speaking ? this.words.stop : this.words.speak;
    this.parts.progress.hidden = true;
    if (this.parts.status.textContent !== status) this.parts.status.textContent = status;
  }

  private showLoading({ loaded, total }: Fetched): void {
    const { progress } = this.parts;
    progress.hidden = false;
    if (total > 0) progress.value = loaded / total;
    else progress.removeAttribute("value");
  }
}

function isAbort(reason: unknown): boolean {
  return reason instanceof DOMException && reason.name === "AbortError";
}

function sentenceOf(reason: unknown, words: Words): string {
  if (reason instanceof Problem && reason.message) return reason.message;
  console.error(reason);
  return words.failed;
}
