import type { components } from "@/client/schema";

type Dataset = components["schemas"]["DatasetOut"];

/** A dataset that comes in, or one that is as `how` says. */
export function aDataset(how: Partial<Dataset["metadata"]> = {}): Dataset {
  return {
    id: "22222222-2222-4222-8222-222222222222",
    name: "صدای سارا",
    type: "audio",
    file_path: null,
    size_mb: 12,
    record_count: 40,
    duration_s: 120,
    metadata: {
      status: "importing",
      stage: "importing",
      progress: 20,
      seq: 1,
      error: null,
      layout: "ljspeech",
      accepted: 40,
      rejected: [],
      rejected_count: 0,
      report: null,
      stale: false,
      license: null,
      consent: null,
      source: null,
      version: null,
      ...how,
    },
    created_at: "2026-11-21T12:00:00Z",
  };
}
