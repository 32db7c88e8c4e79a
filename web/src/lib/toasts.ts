import { useSyncExternalStore } from "react";

/** Something that has happened, said for a while and then gone. */
export interface Toast {
  id: number;
  text: string;
  /** What one can do about it. */
  action?: { label: string; onChoose: () => void } | undefined;
}

let toasts: readonly Toast[] = [];
let count = 0;
const listeners = new Set<() => void>();

/** Says that something has happened, on whatever page one is. */
export function announce(text: string, action?: Toast["action"]): void {
  count += 1;
  become([...toasts, { id: count, text, action }]);
}

/** Takes a toast away. */
export function dismiss(id: number): void {
  become(toasts.filter((toast) => toast.id !== id));
}

/** What is being said now. */
export function useToasts(): readonly Toast[] {
  return useSyncExternalStore(subscribe, () => toasts);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function become(next: readonly Toast[]): void {
  toasts = next;
  listeners.forEach((listener) => {
    listener();
  });
}
