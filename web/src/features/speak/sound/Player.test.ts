import { describe, expect, it } from "vitest";
import { longerFileIsDue } from "./Player";

const SOUNDING = { loadedS: 2, receivedS: 5, complete: false, sounding: true, ended: false };

describe("the longer file", () => {
  it.each([
    ["the first sound has arrived", { loadedS: 0, sounding: false }],
    ["the loaded file has ended", { sounding: false, ended: true }],
    ["the loaded file has ended and all has arrived", { sounding: false, ended: true, complete: true }],
    ["all has arrived and nothing sounds", { sounding: false, complete: true }],
  ])("is due when %s", (_, change) => {
    expect(longerFileIsDue({ ...SOUNDING, ...change })).toBe(true);
  });

  it.each([
    ["sound is coming out", {}],
    ["sound is coming out and all has arrived", { complete: true }],
    ["the person has paused and more will come", { sounding: false }],
    ["nothing has arrived", { loadedS: 0, receivedS: 0, sounding: false }],
    ["nothing more has arrived", { receivedS: 2, ended: true, sounding: false }],
    ["the whole file is loaded", { receivedS: 2, complete: true, sounding: false }],
  ])("is not due when %s", (_, change) => {
    expect(longerFileIsDue({ ...SOUNDING, ...change })).toBe(false);
  });
});
