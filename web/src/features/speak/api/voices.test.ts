import { expect, test } from "vitest";
import { speakingHere, usualVoice, type Voice } from "./voices";

const voice = (id: string, runsInBrowser: boolean) => ({ id, runs_in_browser: runsInBrowser }) as Voice;
const VOICES = [voice("amir", true), voice("espeak-fa", false), voice("ganji", true)];

test("without the server, the voices that the browser keeps can be chosen", () => {
  const here = speakingHere(VOICES, (id) => id !== "amir");
  expect(here.map(({ id }) => id)).toEqual(["ganji"]);
  expect(usualVoice(here, "amir")?.id).toBe("ganji");
});

test("a browser that keeps no voice offers those of the server, for when it is back", () => {
  expect(speakingHere(VOICES, () => false)).toEqual(VOICES);
});
