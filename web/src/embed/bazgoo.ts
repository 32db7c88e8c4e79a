import { EmbeddedVoice, type Manner } from "./EmbeddedVoice";
import { VoiceElement } from "./VoiceElement";

const here = import.meta.url;
const folder = new EmbeddedVoice(new URL(".", here).href);

/** Says `text` with the voice beside this script; comes back when it has been heard. */
export function speak(text: string, manner?: Manner): Promise<void> {
  return folder.speak(text, manner);
}

/** The sound of `text` in passages of 16-bit samples, for whoever plays or keeps it. */
export function stream(text: string, manner?: Manner) {
  return folder.stream(text, manner);
}

/** Fetches reader and voice, so that the first words come at once. */
export function load(onLoading?: Manner["onLoading"]): Promise<void> {
  return folder.load(onLoading);
}

/** Ends what is being said. */
export function stop(): void {
  folder.stop();
}

customElements.define(
  "bazgoo-voice",
  class extends VoiceElement {
    protected readonly voice = folder;
  },
);
