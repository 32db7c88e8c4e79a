/** A sentence to read aloud. */
export interface Prompt {
  id: string;
  text: string;
}

/** A recording that the studio's server does not have yet. */
export interface UnsentTake {
  id: string;
  /** Whose it is: another person at this browser does not send it. */
  owner: string;
  datasetId: string;
  prompt: Prompt;
  wav: Blob;
  durationS: number;
  madeAt: number;
  /** Why the server does not want it. */
  refusal: string | null;
}

/** Where takes wait until they are sent. */
export interface TakeStore {
  all: () => Promise<UnsentTake[]>;
  put: (take: UnsentTake) => Promise<void>;
  remove: (id: string) => Promise<void>;
}

const NAME = "bazgoo.takes";
const TAKES = "takes";

/** The browser's database, which outlives a closed page; where there is none, this page's memory. */
export async function openTakes(): Promise<TakeStore> {
  try {
    return kept(await open());
  } catch {
    return unkept();
  }
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(TAKES, { keyPath: "id" });
  return done(request);
}

function kept(database: IDBDatabase): TakeStore {
  const takes = (mode: IDBTransactionMode) => database.transaction(TAKES, mode).objectStore(TAKES);
  return {
    all: async () => inOrder(await done(takes("readonly").getAll() as IDBRequest<UnsentTake[]>)),
    put: async (take) => {
      await done(takes("readwrite").put(take));
    },
    remove: (id) => done(takes("readwrite").delete(id)),
  };
}

/** Takes in memory. */
export function unkept(): TakeStore {
  const takes = new Map<string, UnsentTake>();
  return {
    all: () => Promise.resolve(inOrder([...takes.values()])),
    put: (take) => Promise.resolve(void takes.set(take.id, take)),
    remove: (id) => Promise.resolve(void takes.delete(id)),
  };
}

function inOrder(takes: UnsentTake[]): UnsentTake[] {
  return takes.sort((one, other) => one.madeAt - other.madeAt);
}

function done<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("The browser's database failed."));
  });
}
