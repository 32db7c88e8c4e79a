import { useSyncExternalStore } from "react";

/** What Chromium's browsers say when the studio can be installed; no standard has it yet. */
interface InstallEvent extends Event {
  prompt(): Promise<unknown>;
}

let offered: InstallEvent | null = null;
const listeners = new Set<() => void>();

/** How to install the studio on this device, for components; null where the browser does not offer it. */
export function useInstall(): (() => void) | null {
  return useSyncExternalStore(subscribe, () => (offered === null ? null : install));
}

function install(): void {
  void offered?.prompt();
  become(null); // an offer is good for one question
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function become(next: InstallEvent | null): void {
  offered = next;
  listeners.forEach((listener) => {
    listener();
  });
}

window.addEventListener("beforeinstallprompt", (event) => {
  event.preventDefault();
  become(event as InstallEvent);
});
window.addEventListener("appinstalled", () => become(null));
