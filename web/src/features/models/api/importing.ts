import type { paths } from "@/client/schema";
import { currentLanguage } from "@/lib/language";
import { Problem } from "@/lib/problem";
import { bearer, renew } from "@/lib/session";

type Answer = paths["/api/sources/import"]["post"]["responses"][201]["content"]["application/json"];

/** A model that has come in from files. */
export type Imported = Answer["items"][number];

/** Sends files to be installed; `onProgress` hears 0–100 as they travel. */
export async function importFiles(
  files: readonly File[],
  signal: AbortSignal,
  onProgress: (percent: number) => void,
): Promise<Imported[]> {
  const token = bearer();
  let sent = await send(files, token, signal, onProgress);
  if (sent.status === 401 && token !== null) {
    await renew(token);
    sent = await send(files, bearer(), signal, onProgress);
  }
  if (!sent.ok) throw await Problem.read(sent);
  return ((await sent.json()) as Answer).items;
}

/** What `fetch` would do, which does not tell how much of a body has left. */
function send(
  files: readonly File[],
  token: string | null,
  signal: AbortSignal,
  onProgress: (percent: number) => void,
): Promise<Response> {
  const form = new FormData();
  for (const file of files) form.append("files", file, file.name);
  const request = new XMLHttpRequest();
  return new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => request.abort());
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? (100 * loaded) / total : 0);
    request.onload = () => resolve(answerOf(request));
    request.onerror = () => reject(Problem.unreachable());
    request.onabort = () => reject(new DOMException("The import was cancelled.", "AbortError"));
    request.open("POST", "/api/sources/import");
    request.setRequestHeader("Accept-Language", currentLanguage());
    if (token !== null) request.setRequestHeader("Authorization", `Bearer ${token}`);
    request.send(form);
  });
}

function answerOf(request: XMLHttpRequest): Response {
  const retryAfter = request.getResponseHeader("Retry-After");
  return new Response(request.responseText, {
    status: request.status,
    headers: retryAfter === null ? {} : { "Retry-After": retryAfter },
  });
}
