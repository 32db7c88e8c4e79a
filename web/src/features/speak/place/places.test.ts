import { describe, expect, it } from "vitest";
import { planFor, type Circumstances } from "./places";

const HERE: Circumstances = { runsInBrowser: true, kept: true, reachable: true };

describe("where speech is made", () => {
  it("is where the person says, and nowhere else", () => {
    for (const reachable of [true, false]) {
      expect(planFor("server", { ...HERE, reachable })).toEqual(["server"]);
      expect(planFor("browser", { ...HERE, kept: false, reachable })).toEqual(["browser"]);
    }
  });

  it("is the browser first when it keeps the voice", () => {
    expect(planFor("automatic", HERE)).toEqual(["browser", "server"]);
  });

  it("is the server first when the voice would have to be fetched", () => {
    expect(planFor("automatic", { ...HERE, kept: false })).toEqual(["server", "browser"]);
  });

  it("is the browser first when the server did not answer", () => {
    expect(planFor("automatic", { ...HERE, kept: false, reachable: false })).toEqual(["browser", "server"]);
  });

  it("is the server alone for a voice that does not run in browsers", () => {
    for (const reachable of [true, false]) {
      expect(planFor("automatic", { runsInBrowser: false, kept: false, reachable })).toEqual(["server"]);
    }
  });
});
