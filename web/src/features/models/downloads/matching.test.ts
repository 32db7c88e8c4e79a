import { expect, test } from "vitest";
import { aDownload } from "@/testing/downloads";
import { downloadOf } from "./matching";

const AMIR = { repo_id: "rhasspy/piper-voices", voice: "fa_IR-amir-medium" };
const GYRO = { ...AMIR, voice: "fa_IR-gyro-medium" };

test("a voice shows its own download, not that of its neighbour", () => {
  const amir = aDownload(AMIR);
  expect(downloadOf([amir], AMIR)).toBe(amir);
  expect(downloadOf([amir], GYRO)).toBeUndefined();
});

test("a repository shows the download of any of its voices, and a voice that of its whole repository", () => {
  const amir = aDownload(AMIR);
  const whole = aDownload({ ...AMIR, voice: null });
  expect(downloadOf([amir], { repo_id: AMIR.repo_id })).toBe(amir);
  expect(downloadOf([whole], GYRO)).toBe(whole);
});

test("of several the newest counts, and one that is over is not shown", () => {
  const failed = aDownload({ ...AMIR, id: "a", status: "failed", created_at: "2026-11-20T10:00:00Z" });
  const done = aDownload({ ...AMIR, id: "b", status: "completed", created_at: "2026-11-20T11:00:00Z" });
  expect(downloadOf([failed, done], AMIR)).toBeUndefined();
  expect(downloadOf([failed], AMIR)).toBe(failed);
});
