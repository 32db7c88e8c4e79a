import { useSyncExternalStore } from "react";
import { onRemembered, recall, remember } from "@/lib/storage";

/** What a person may choose; `system` follows the device. */
export type Theme = "light" | "dark" | "system";

const darkDevice = window.matchMedia("(prefers-color-scheme: dark)");
const listeners = new Set<() => void>();

/** The choice of this browser. */
export function chosenTheme(): Theme {
  const kept = recall("theme");
  return kept === "light" || kept === "dark" ? kept : "system";
}

/** What is on the screen: the choice, or the device's wish. */
export function shownTheme(): "light" | "dark" {
  const chosen = chosenTheme();
  if (chosen !== "system") return chosen;
  return darkDevice.matches ? "dark" : "light";
}

/** Shows `theme` and remembers it. */
export function chooseTheme(theme: Theme): void {
  remember("theme", theme === "system" ? null : theme);
  apply();
}

/** The choice and what is shown, for components. */
export function useTheme(): { chosen: Theme; shown: "light" | "dark" } {
  return {
    chosen: useSyncExternalStore(subscribe, chosenTheme),
    shown: useSyncExternalStore(subscribe, shownTheme),
  };
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The grounds of styles.css, for the frame that the browser or the device draws. */
const GROUNDS = { light: "#f7f8f5", dark: "#0d1719" };

function apply(): void {
  document.documentElement.dataset.theme = shownTheme();
  document.querySelector("meta[name=theme-color]")?.setAttribute("content", GROUNDS[shownTheme()]);
  listeners.forEach((listener) => {
    listener();
  });
}

darkDevice.addEventListener("change", apply);
onRemembered("theme", apply);
