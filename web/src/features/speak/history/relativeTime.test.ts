import { describe, expect, it } from "vitest";
import { relativeTime } from "./relativeTime";

const NOW = new Date("2026-11-20T12:00:00Z");

describe("how long ago", () => {
  it.each([
    ["2026-11-20T11:59:30Z", "اکنون", "now"],
    ["2026-11-20T12:00:30Z", "اکنون", "now"],
    ["2026-11-20T11:57:00Z", "۳ دقیقه پیش", "3 minutes ago"],
    ["2026-11-20T07:00:00Z", "۵ ساعت پیش", "5 hours ago"],
    ["2026-11-19T11:00:00Z", "دیروز", "yesterday"],
    ["2026-11-16T11:00:00Z", "۴ روز پیش", "4 days ago"],
  ])("was %s is said in words", (when, persian, english) => {
    expect(relativeTime(when, NOW, "fa")).toBe(persian);
    expect(relativeTime(when, NOW, "en")).toBe(english);
  });

  it("is left to the date after a week", () => {
    expect(relativeTime("2026-11-13T12:00:00Z", NOW, "fa")).toBeNull();
  });
});
