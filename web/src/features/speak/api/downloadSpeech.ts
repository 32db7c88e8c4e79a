import { interrupted } from "./streamSpeech";
import type { SpeechRequest } from "@/lib/speech";
import { requestSpeech, type Format } from "./speech";

/** Fetches a whole file of speech; `onProgress` hears 0–100 once the file comes in. */
export async function downloadSpeech(
  request: SpeechRequest,
  format: Format,
  signal: AbortSignal,
  onProgress: (percent: number) => void,
): Promise<Blob> {
  const response = await requestSpeech(request, { format, stream: false }, signal);
  const total = Number(response.headers.get("Content-Length"));
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let received = 0;
  if (!response.body) throw interrupted();
  const reader = response.body.getReader();
  for (;;) {
    const { value, done } = await reader.read().catch((reason: unknown) => {
      throw signal.aborted ? reason : interrupted();
    });
    if (done) break;
    parts.push(value);
    received += value.byteLength;
    if (total > 0) onProgress(Math.min(100, (100 * received) / total));
  }
  return new Blob(parts, { type: response.headers.get("Content-Type") ?? "" });
}

/** Hands a file to the browser to be saved as `name`. */
export function saveFile(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser has opened the file by the next turn at the latest in which timers run this late.
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 60_000);
}
