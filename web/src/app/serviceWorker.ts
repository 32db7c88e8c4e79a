import { useSyncExternalStore } from "react";
import { isConnected, onConnection } from "@/lib/connection";

const HOUR_MS = 3_600_000;

// How to come to a newer version of the studio, once one is here.
let renewal: (() => void) | null = null;
const listeners = new Set<() => void>();

/** Starts what opens the studio without a network, where the browser has it: over HTTPS or on localhost. */
export async function startServiceWorker(): Promise<void> {
  // A part that is gone from the server belongs to an older version.
  window.addEventListener("vite:preloadError", () => void lookForNewer());
  const container = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (!import.meta.env.PROD || container === undefined) return;
  let controlled = container.controller !== null;
  container.addEventListener("controllerchange", () => {
    // The first one takes the page as it is; a later one was asked for in another tab.
    if (controlled) offer(() => window.location.reload());
    else keepLoaded(container);
    controlled = true;
  });
  // A private window may refuse it.
  const registration = await container.register("/sw.js", { updateViaCache: "none" }).catch(() => null);
  if (!registration) return;
  follow(registration, container);
  setInterval(() => void lookForNewer(), HOUR_MS);
  onConnection(() => isConnected() && void lookForNewer());
}

/** How to come to the newer version that is here, for components; null when this is the newest. */
export function useRenewal(): (() => void) | null {
  return useSyncExternalStore(subscribe, () => renewal);
}

function follow(registration: ServiceWorkerRegistration, container: ServiceWorkerContainer): void {
  const look = () => {
    const { waiting } = registration;
    if (waiting === null || container.controller === null) return;
    offer(() => {
      container.addEventListener("controllerchange", () => window.location.reload());
      waiting.postMessage({ takeOver: true });
    });
  };
  registration.addEventListener("updatefound", () =>
    registration.installing?.addEventListener("statechange", look),
  );
  look();
}

/** What this page loaded before its worker was there is kept, too. */
function keepLoaded({ controller }: ServiceWorkerContainer): void {
  const loaded = performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname);
  controller?.postMessage({ keep: loaded.filter((path) => path.startsWith("/assets/")) });
}

async function lookForNewer(): Promise<void> {
  const container = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  const registration = await container?.getRegistration();
  await registration?.update().catch(() => undefined);
}

function offer(way: () => void): void {
  renewal = way;
  listeners.forEach((listener) => {
    listener();
  });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
