import { useSyncExternalStore } from "react";
import type { paths } from "@/client/schema";
import { isConnected, onConnection, reach } from "@/lib/connection";
import { currentLanguage } from "@/lib/language";
import { Problem } from "@/lib/problem";
import { onRemembered, recall, remember } from "@/lib/storage";

type Login = paths["/api/auth/login"]["post"]["responses"][200]["content"]["application/json"];

/** The account someone is logged in with. */
export type User = Login["user"];

type Tokens = Pick<Login, "access_token" | "refresh_token">;

const LOCK = "bazgoo.login";

/** How long a page waits for the server's word before it opens for who was here last. */
const PATIENCE_MS = 3_000;

// All tabs of a browser share one login and so its tokens. A refresh token is good for one use, and a second use
// ends the login: hence renewing is rare (an access token outlives reloads) and done by one tab at a time.
let user: User | null = null;
let confirmed = false;
let asking: Promise<User | null> | null = null;
let expired = false;
const listeners = new Set<() => void>();

/** The bearer token for the next request, if someone is logged in. */
export function bearer(): string | null {
  return tokens()?.access_token ?? null;
}

/** Who is logged in, after the server has been asked once; who was it last, while the server is silent; null for nobody. */
export async function whoIsThere(): Promise<User | null> {
  if (user !== null || bearer() === null) return user;
  asking ??= recogniseOrRecall().finally(() => {
    asking = null;
  });
  return asking;
}

/** Who is logged in now, for components. */
export function useUser(): User | null {
  return useSyncExternalStore(subscribe, () => user);
}

/** True when the last login ended by itself, so that the login page can say so. */
export function hasExpired(): boolean {
  return expired;
}

/** Logs in; throws the server's Problem when it refuses. */
export async function logIn(email: string, password: string): Promise<void> {
  keep(await read<Login>(await post("/api/auth/login", { email, password })));
}

/** Makes an account and logs in with it. */
export async function register(email: string, username: string, password: string): Promise<void> {
  keep(await read<Login>(await post("/api/auth/register", { email, username, password })));
}

/** Ends this login here and on the server. */
export async function logOut(): Promise<void> {
  const token = bearer();
  end(false);
  await ask("/api/auth/logout", { method: "POST" }, token).catch(() => null);
}

/** Exchanges the refresh token for a new login, unless another tab has already replaced the `stale` access token. */
export function renew(stale: string): Promise<void> {
  return alone(async () => {
    const kept = tokens();
    if (kept?.access_token !== stale) return;
    const response = await post("/api/auth/refresh", { refresh_token: kept.refresh_token });
    if (response.status === 401) end(true);
    else keep(await read<Login>(response));
  });
}

/** Calls `listener` whenever another person, or nobody, is logged in. */
export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tokens(): Tokens | null {
  const kept = recall("login");
  return kept === null ? null : (JSON.parse(kept) as Tokens);
}

/** A network that fails is no logout: then the last one known is there, and the server is asked when it answers again. */
async function recogniseOrRecall(): Promise<User | null> {
  const recognised = recognise();
  const known = recall("user");
  if (known === null) return recognised;
  const impatience = new Promise<never>((_, refuse) =>
    setTimeout(refuse, PATIENCE_MS, Problem.unreachable()),
  );
  return Promise.race([recognised, impatience]).catch((error: unknown) => {
    if (!(error instanceof Problem) || error.code !== "unreachable") throw error;
    if (user === null && bearer() !== null) become(JSON.parse(known) as User);
    return user;
  });
}

/** Asks the server whose login this browser keeps. */
async function recognise(): Promise<User | null> {
  const token = bearer();
  if (token === null) return null;
  const response = await ask("/api/auth/me", {}, token);
  if (response.status === 401) await renew(token);
  else greet(await read<User>(response));
  // Another tab may have renewed the login meanwhile: then its token is asked about.
  return user ?? recognise();
}

/** Runs `work` while no other tab does; browsers have locks only where the page came over HTTPS or from localhost. */
async function alone<T>(work: () => Promise<T>): Promise<T> {
  const locks = navigator.locks as LockManager | undefined;
  return locks ? locks.request(LOCK, work) : work();
}

function post(path: string, body: object): Promise<Response> {
  return ask(path, { method: "POST", body: JSON.stringify(body) });
}

async function ask(path: string, request: RequestInit, token: string | null = null): Promise<Response> {
  const headers = new Headers({ "Accept-Language": currentLanguage() });
  if (request.body) headers.set("Content-Type", "application/json");
  if (token !== null) headers.set("Authorization", `Bearer ${token}`);
  return reach(path, { ...request, headers });
}

async function read<T>(response: Response): Promise<T> {
  if (!response.ok) throw await Problem.read(response);
  return (await response.json()) as T;
}

function keep({ access_token, refresh_token, user: who }: Login): void {
  remember("login", JSON.stringify({ access_token, refresh_token }));
  greet(who);
}

function end(byItself: boolean): void {
  for (const own of ["login", "user", "lexicon", "speak_voices"] as const) remember(own, null);
  expired = byItself;
  confirmed = false;
  become(null);
}

function greet(who: User): void {
  expired = false;
  confirmed = true;
  remember("user", JSON.stringify(who));
  become(who);
}

function become(who: User | null): void {
  const same = user?.id === who?.id;
  user = who;
  if (same) return;
  listeners.forEach((listener) => {
    listener();
  });
}

onConnection(() => {
  if (isConnected() && user !== null && !confirmed) void recognise().catch(() => null);
});

// Another tab logged out, in, or renewed the login: this one follows.
onRemembered("login", () => {
  if (bearer() === null) end(false);
  else void recognise().catch(() => null);
});
