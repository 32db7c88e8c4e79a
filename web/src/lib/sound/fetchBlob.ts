import { authorizedFetch } from "@/lib/api";
import { Problem } from "@/lib/problem";

/** A file of the server that only its owner may have. */
export async function fetchBlob(path: string, signal: AbortSignal): Promise<Blob> {
  const response = await authorizedFetch(path, { signal });
  if (!response.ok) throw await Problem.read(response);
  return response.blob();
}
