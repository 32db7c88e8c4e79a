/// What stands between the pages and the network: it starts the studio without one, and keeps what never changes.
export {};

declare const self: ServiceWorkerGlobalScope & { BUILD: Build };

/** What the build has put before this file. */
interface Build {
  version: string;
  /** Addresses of what the studio starts with, `/index.html` among them. */
  shell: string[];
  /** Addresses of every file whose name holds a hash of its content. */
  assets: string[];
  /** What a worker loads by itself, by its address. */
  needs: Record<string, string[]>;
}

const { version, shell, assets, needs } = self.BUILD;

const SHELL = `bazgoo.shell.${version}`;
const ASSETS = "bazgoo.assets";

const HASHED = "/assets/";

/** Below these the server answers itself, as its `pages.py` has it. */
const NOT_VIEWS = /^\/(api|v1|socket\.io|health|metrics|openapi\.json|docs|assets)(\/|$)/;

self.addEventListener("install", (event) => {
  event.waitUntil(keepShell());
});

self.addEventListener("activate", (event) => {
  event.waitUntil(tidy().then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const answer = answerTo(event);
  if (answer) event.respondWith(answer);
});

self.addEventListener("message", (event) => {
  const { takeOver, keep } = event.data as { takeOver?: boolean; keep?: string[] };
  if (takeOver) event.waitUntil(self.skipWaiting());
  if (keep) event.waitUntil(keepLoaded(keep));
});

/** Everything the studio starts with, or nothing: a version that is half here never takes over. */
async function keepShell(): Promise<void> {
  const cache = await caches.open(SHELL);
  await Promise.all(
    shell.map(async (address) => {
      const kept = address.startsWith(HASHED) ? await caches.match(address) : undefined;
      if (kept) await cache.put(address, kept);
      else
        await cache.add(new Request(address, { cache: address.startsWith(HASHED) ? "default" : "reload" }));
    }),
  );
}

/** Lets go of what older versions have left. */
async function tidy(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith("bazgoo.shell.") && name !== SHELL);
  await Promise.all(old.map((name) => caches.delete(name)));
  const cache = await caches.open(ASSETS);
  const gone = (await cache.keys()).filter(({ url }) => !assets.includes(new URL(url).pathname));
  await Promise.all(gone.map((request) => cache.delete(request)));
}

/** What a page and its workers had loaded before this one was there: the browser still has it at hand. */
async function keepLoaded(addresses: string[]): Promise<void> {
  const cache = await caches.open(ASSETS);
  for (const address of addresses.flatMap((loaded) => [loaded, ...(needs[loaded] ?? [])]))
    if (assets.includes(address) && !(await caches.match(address))) await cache.add(address);
}

/** The answer to a view of the studio or to one of its files; whatever else goes its way to the server. */
function answerTo(event: FetchEvent): Promise<Response> | undefined {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin || request.headers.has("Range"))
    return undefined;
  if (request.mode === "navigate") return isView(pathname) ? started(request, "/index.html") : undefined;
  if (pathname.startsWith(HASHED)) return hashed(event);
  return shell.includes(pathname) ? started(request, pathname) : undefined;
}

function isView(path: string): boolean {
  return !NOT_VIEWS.test(path) && !path.slice(path.lastIndexOf("/")).includes(".");
}

async function started(request: Request, address: string): Promise<Response> {
  const cache = await caches.open(SHELL);
  return (await cache.match(address, { ignoreVary: true })) ?? fetch(request);
}

async function hashed(event: FetchEvent): Promise<Response> {
  const address = new URL(event.request.url).pathname;
  const kept = await caches.match(address, { ignoreVary: true });
  if (kept) return kept;
  const answer = await fetch(event.request);
  if (answer.status === 200) event.waitUntil(keep(address, answer.clone()));
  return answer;
}

/** A browser without room keeps nothing, and the page works on. */
async function keep(address: string, answer: Response): Promise<void> {
  const cache = await caches.open(ASSETS);
  await cache.put(address, answer).catch(() => undefined);
}
