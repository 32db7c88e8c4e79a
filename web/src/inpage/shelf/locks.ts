/** Runs `work` while no other tab works on the file of that name; waiting ends with `signal`. */
export async function alone<T>(name: string, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  const locks = navigator.locks as LockManager | undefined;
  return locks ? locks.request(lockOf(name), { signal }, work) : work();
}

/** Runs `work` only if nobody works on the file of that name now. */
export async function unlessTaken(name: string, work: () => Promise<void>): Promise<void> {
  const locks = navigator.locks as LockManager | undefined;
  if (!locks) return work();
  await locks.request(lockOf(name), { ifAvailable: true }, (lock) => (lock ? work() : undefined));
}

function lockOf(name: string): string {
  return `bazgoo.kept.${name}`;
}
