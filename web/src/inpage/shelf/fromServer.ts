import { authorizedFetch } from "@/lib/api";
import { Problem } from "@/lib/problem";
import type { Ask } from "./fetching";

/** Asks the studio's server, as the person who is logged in. */
export function fromServer(path: string): Ask {
  return async (etag, signal) => {
    const headers = etag === null ? {} : { "If-None-Match": etag };
    const response = await authorizedFetch(path, { headers, signal });
    if (!response.ok && response.status !== 304) throw await Problem.read(response);
    return response;
  };
}
