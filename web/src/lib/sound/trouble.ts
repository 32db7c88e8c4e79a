/** Why nothing can be heard, in the words of what a person can do about it. */
export type Trouble = "insecure" | "unsupported" | "refused" | "missing" | "busy" | "lost" | "failed";

const BY_NAME: Record<string, Trouble> = {
  NotAllowedError: "refused",
  SecurityError: "refused",
  NotFoundError: "missing",
  OverconstrainedError: "missing",
  NotReadableError: "busy",
  AbortError: "busy",
};

/** What a browser's refusal of the microphone means. */
export function troubleOf(error: unknown): Trouble {
  return (error instanceof DOMException ? BY_NAME[error.name] : undefined) ?? "failed";
}

/** What keeps this page from any microphone, before one is asked for. */
export function troubleOfPage(): Trouble | null {
  if (!window.isSecureContext) return "insecure";
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  const able = devices !== undefined && "AudioWorkletNode" in window;
  return able ? null : "unsupported";
}
