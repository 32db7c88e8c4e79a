import { currentLanguage } from "@/lib/language";
import { Problem } from "@/lib/problem";
import { bearer, renew } from "@/lib/session";
import type { Dataset } from "./shapes";

/** What is said of a dataset when it is sent. */
export interface Sending {
  name: string;
  type: string;
  license: string;
  consent: string;
  script: File | string | null;
  file: File;
}

/** Sends a dataset; `onProgress` hears 0–100 as it travels. */
export async function send(
  sending: Sending,
  signal: AbortSignal,
  onProgress: (percent: number) => void,
): Promise<Dataset> {
  const token = bearer();
  let sent = await post(formOf(sending), token, signal, onProgress);
  if (sent.status === 401 && token !== null) {
    await renew(token);
    sent = await post(formOf(sending), bearer(), signal, onProgress);
  }
  if (!sent.ok) throw await Problem.read(sent);
  return (await sent.json()) as Dataset;
}

/** The fields come before the file, so that the server knows what comes while it comes. */
function formOf({ name, type, license, consent, script, file }: Sending): FormData {
  const form = new FormData();
  for (const [field, value] of Object.entries({ name, type, license, consent })) {
    if (value !== "") form.append(field, value);
  }
  if (script !== null) form.append("script", script);
  form.append("file", file, file.name);
  return form;
}

/** What `fetch` would do, which does not tell how much of a body has left. */
function post(
  form: FormData,
  token: string | null,
  signal: AbortSignal,
  onProgress: (percent: number) => void,
): Promise<Response> {
  const request = new XMLHttpRequest();
  return new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => request.abort());
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? (100 * loaded) / total : 0);
    request.onload = () => resolve(new Response(request.responseText, { status: request.status }));
    request.onerror = () => reject(Problem.unreachable());
    request.onabort = () => reject(new DOMException("The upload was cancelled.", "AbortError"));
    request.open("POST", "/api/datasets");
    request.setRequestHeader("Accept-Language", currentLanguage());
    if (token !== null) request.setRequestHeader("Authorization", `Bearer ${token}`);
    request.send(form);
  });
}
