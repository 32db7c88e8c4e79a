import { Problem } from "@/lib/problem";
import type { TakeStore, UnsentTake } from "./takes";

/** What waits to be sent, and whether it can be. */
export interface OutboxState {
  takes: readonly UnsentTake[];
  sending: boolean;
  /** Why sending has to wait; it is tried again by itself. */
  stalled: Problem | null;
}

/** Sends one take; throws a Problem. */
export type Send = (take: UnsentTake) => Promise<void>;

const LOCK = "bazgoo.takes";
const PAUSES_MS = [2_000, 5_000, 15_000, 60_000];

/** Keeps every take until the server has it: sends them one by one, and again when the line was down. */
export class Outbox {
  #state: OutboxState = { takes: [], sending: false, stalled: null };
  #running: Promise<void> | null = null;
  #again: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #fresh = false;
  #closed = false;
  #listeners = new Set<() => void>();

  constructor(
    private readonly store: Promise<TakeStore>,
    private readonly whose: Pick<UnsentTake, "owner" | "datasetId">,
    private readonly send: Send,
  ) {}

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  get state(): OutboxState {
    return this.#state;
  }

  /** Keeps a take and begins to send; it is safe in this browser when the promise is kept. */
  async put(take: Omit<UnsentTake, "id" | "owner" | "datasetId" | "madeAt" | "refusal">): Promise<void> {
    const made = { id: crypto.randomUUID(), madeAt: Date.now(), refusal: null };
    await (await this.store).put({ ...take, ...this.whose, ...made });
    await this.look();
    this.#fresh = true;
    void this.run();
  }

  /** Gives up a take that the server does not want. */
  async discard(id: string): Promise<void> {
    await (await this.store).remove(id);
    await this.look();
  }

  /** Sends what waits; also after a pause, when the line is back. */
  run(): Promise<void> {
    clearTimeout(this.#again);
    this.#running ??= this.#alone(() => this.#sendAll()).finally(() => {
      this.#running = null;
      this.#tell({ sending: false });
      if (this.#fresh && !this.#closed) void this.run(); // it came after the last look
    });
    return this.#running;
  }

  /** Sends again, after `close`. */
  reopen(): void {
    this.#closed = false;
  }

  /** Sends nothing more. */
  close(): void {
    this.#closed = true;
    clearTimeout(this.#again);
  }

  async #sendAll(): Promise<void> {
    for (let take = await this.#next(); take && !this.#closed; take = await this.#next()) {
      this.#tell({ sending: true });
      if (!(await this.#sent(take))) return;
    }
    this.#tell({ stalled: null });
  }

  /** Tries one; false when nothing can be sent now. */
  async #sent(take: UnsentTake): Promise<boolean> {
    try {
      await this.send(take);
      await (await this.store).remove(take.id);
      this.#failures = 0;
    } catch (error) {
      const problem = error instanceof Problem ? error : Problem.unreachable();
      if (isPassing(problem)) return this.#wait(problem);
      await (await this.store).put({ ...take, refusal: problem.message });
    }
    return true;
  }

  #wait(problem: Problem): false {
    const pause = PAUSES_MS[Math.min(this.#failures, PAUSES_MS.length - 1)] ?? 0;
    this.#failures += 1;
    const wanted = problem.retryAfterS === null ? pause : problem.retryAfterS * 1000;
    if (!this.#closed) this.#again = setTimeout(() => void this.run(), wanted);
    this.#tell({ stalled: problem });
    return false;
  }

  async #next(): Promise<UnsentTake | undefined> {
    this.#fresh = false;
    await this.look();
    return this.#state.takes.find(({ refusal }) => refusal === null);
  }

  /** Looks what waits. */
  async look(): Promise<void> {
    const all = await (await this.store).all();
    const { owner, datasetId } = this.whose;
    this.#tell({ takes: all.filter((take) => take.owner === owner && take.datasetId === datasetId) });
  }

  /** Two pages of one browser share what waits, and one of them sends. */
  async #alone(work: () => Promise<void>): Promise<void> {
    const locks = navigator.locks as LockManager | undefined;
    await (locks ? locks.request(LOCK, work) : work());
  }

  #tell(news: Partial<OutboxState>): void {
    this.#state = { ...this.#state, ...news };
    this.#listeners.forEach((listener) => listener());
  }
}

/** Whether the same may go through later: the line, the login or the server, not the take. */
function isPassing({ status }: Problem): boolean {
  return status === 0 || status >= 500 || [401, 408, 409, 425, 429].includes(status);
}
