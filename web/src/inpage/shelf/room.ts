/** How much this site may keep, and whether the browser may take it away when the disk becomes full. */
export interface Room {
  usedBytes: number;
  quotaBytes: number;
  safe: boolean;
}

/** The room that the browser gives us; null where it does not say. */
export async function room(): Promise<Room | null> {
  const storage = navigator.storage as StorageManager | undefined;
  if (!storage) return null;
  const { usage = 0, quota = 0 } = await storage.estimate();
  return { usedBytes: usage, quotaBytes: quota, safe: await storage.persisted() };
}

/** Asks the browser not to take away what we keep; some ask the person. */
export async function askForSafety(): Promise<boolean> {
  const storage = navigator.storage as StorageManager | undefined;
  return (await storage?.persist()) ?? false;
}
