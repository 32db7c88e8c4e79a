import type { Download, Wish } from "../api/downloads";
import { isOver } from "./progress";

/** The newest download of what is wished for, while it is not over. */
export function downloadOf(downloads: readonly Download[], wish: Wish): Download | undefined {
  const newest = downloads
    .filter((download) => download.repo_id === wish.repo_id && concerns(download, wish.voice))
    .reduce<Download | undefined>(
      (best, download) => (best && best.created_at >= download.created_at ? best : download),
      undefined,
    );
  return newest && !isOver(newest) ? newest : undefined;
}

function concerns(download: Download, voice: string | undefined): boolean {
  return voice === undefined || download.voice === null || download.voice === voice;
}
