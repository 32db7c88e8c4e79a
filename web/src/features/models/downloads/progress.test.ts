import { expect, test } from "vitest";
import { aDownload } from "@/testing/downloads";
import { justCompleted, latest, latestOf } from "./progress";

test("what was told later is shown, whatever arrives last", () => {
  const paused = aDownload({ seq: 8, status: "paused" });
  expect(latest(paused, aDownload({ seq: 7, status: "downloading" }))).toBe(paused);
  expect(latest(paused, aDownload({ seq: 9, status: "downloading" })).status).toBe("downloading");
});

test("what has ended does not run again because of an old answer", () => {
  const cancelled = aDownload({ seq: 12, status: "cancelled" });
  expect(latestOf([cancelled], [aDownload({ seq: 11 })])).toEqual([cancelled]);
});

test("bytes that were shown are not taken back while it runs", () => {
  const shown = aDownload({ seq: 3, bytes_downloaded: 500, progress: 50 });
  const told = aDownload({ seq: 4, bytes_downloaded: 400, progress: 40, speed_bps: 7 });
  expect(latest(shown, told)).toMatchObject({ bytes_downloaded: 500, progress: 50, speed_bps: 7, seq: 4 });
});

test("a download that begins anew may have fewer bytes", () => {
  const failed = aDownload({ seq: 3, status: "failed", bytes_downloaded: 500 });
  expect(latest(failed, aDownload({ seq: 4, bytes_downloaded: 0 })).bytes_downloaded).toBe(0);
});

test("only what ran before is news when it is complete", () => {
  const before = [aDownload({ id: "a" }), aDownload({ id: "b", status: "completed" })];
  const now = [
    aDownload({ id: "a", status: "completed" }),
    aDownload({ id: "b", status: "completed" }),
    aDownload({ id: "c", status: "completed" }),
  ];
  expect(justCompleted(before, now).map(({ id }) => id)).toEqual(["a"]);
});
