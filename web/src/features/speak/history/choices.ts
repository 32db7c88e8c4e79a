import { recall, remember } from "@/lib/storage";
import { MODES, type Mode } from "@/lib/speech";
import { FORMATS, type Format } from "../api/speech";
import { WISHES, type Wish } from "../place/places";

/** How this browser last had its texts spoken; `voice` is null before the first choice. */
export interface Choices {
  voice: string | null;
  speed: number;
  format: Format;
  mode: Mode;
  ssml: boolean;
  /** Where the speech is made. */
  where: Wish;
}

const FIRST: Choices = {
  voice: null,
  speed: 1,
  format: "mp3",
  mode: "formal",
  ssml: false,
  where: "automatic",
};

/** The slowest and the fastest speech, as the server allows. */
export const SLOWEST = 0.25;
export const FASTEST = 4;

/** The choices of last time, or the usual ones. */
export function recallChoices(): Choices {
  try {
    const kept = JSON.parse(recall("speak_choices") ?? "{}") as Partial<Record<keyof Choices, unknown>>;
    const { voice, speed, format, mode, ssml, where } = kept;
    return {
      voice: typeof voice === "string" ? voice : FIRST.voice,
      speed: typeof speed === "number" && speed >= SLOWEST && speed <= FASTEST ? speed : FIRST.speed,
      format: FORMATS.find((known) => known === format) ?? FIRST.format,
      mode: MODES.find((known) => known === mode) ?? FIRST.mode,
      ssml: typeof ssml === "boolean" ? ssml : FIRST.ssml,
      where: WISHES.find((known) => known === where) ?? FIRST.where,
    };
  } catch {
    return FIRST;
  }
}

/** Keeps the choices for next time. */
export function rememberChoices(choices: Choices): void {
  remember("speak_choices", JSON.stringify(choices));
}
