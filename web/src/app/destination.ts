/** Where to go after logging in: `next`, if it is an address inside the studio; another site never is. */
export function destination(next: unknown): string | undefined {
  return typeof next === "string" && /^\/(?![/\\])/.test(next) ? next : undefined;
}
