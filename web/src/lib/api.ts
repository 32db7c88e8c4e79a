import createClient from "openapi-fetch";
import type { paths } from "@/client/schema";
import { reach } from "@/lib/connection";
import { currentLanguage } from "@/lib/language";
import { Problem } from "@/lib/problem";
import { bearer, renew } from "@/lib/session";

/**
 * `fetch` as the person who is logged in, in the page's language; for streams use it directly.
 *
 * An expired token is renewed once and silently. Throws a Problem when the server cannot be reached; any answer
 * of the server, refusals too, is returned as it is.
 */
export async function authorizedFetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const request = new Request(input, init);
  const again = request.clone();
  const token = bearer();
  const response = await send(request, token);
  if (response.status !== 401 || token === null) return response;
  await renew(token);
  const renewed = bearer();
  return renewed === null ? response : send(again, renewed);
}

async function send(request: Request, token: string | null): Promise<Response> {
  request.headers.set("Accept-Language", currentLanguage());
  if (token !== null) request.headers.set("Authorization", `Bearer ${token}`);
  return reach(request);
}

/** The server's API, typed from its own description. */
export const api = createClient<paths>({ baseUrl: window.location.origin, fetch: authorizedFetch });

/** The body of a successful call; throws the Problem of a refused one. */
export async function answer<Body>(
  call: Promise<{ data?: Body; error?: unknown; response: Response }>,
): Promise<Body> {
  const { data, error, response } = await call;
  if (!response.ok) throw Problem.of(response, error);
  return data as Body;
}
