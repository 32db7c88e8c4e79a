import type { paths } from "@/client/schema";

type List = paths["/api/sources/downloads"]["get"]["responses"][200]["content"]["application/json"];
type Download = List["items"][number];

/** A download that runs, or one that is as `how` says. */
export function aDownload(how: Partial<Download> = {}): Download {
  return {
    id: "11111111-1111-4111-8111-111111111111",
    model_id: null,
    repo_id: "rhasspy/piper-voices",
    revision: null,
    voice: "fa_IR-amir-medium",
    files: null,
    status: "downloading",
    seq: 1,
    progress: 25,
    bytes_downloaded: 16_000_000,
    bytes_total: 64_000_000,
    current_file: "fa_IR-amir-medium.onnx",
    speed_bps: 800_000,
    eta_s: 60,
    error: null,
    started_at: "2026-11-20T12:00:00Z",
    completed_at: null,
    created_at: "2026-11-20T12:00:00Z",
    ...how,
  };
}
