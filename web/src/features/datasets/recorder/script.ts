import type { Recording } from "./api/recording";
import type { Prompt } from "./outbox/takes";

/** The sentences that are to be read, the next one first. */
export interface Script {
  ahead: readonly Prompt[];
  /** What was read at this sitting, sent or not. */
  read: ReadonlySet<string>;
}

export const EMPTY: Script = { ahead: [], read: new Set() };

/** How many sentences are left in hand when more are asked for. */
export const FEW = 3;

/** With what the server knows to come next. */
export function extended(script: Script, { next, upcoming }: Pick<Recording, "next" | "upcoming">): Script {
  const known = new Set(script.ahead.map(({ id }) => id));
  const fresh = (next ? [next, ...upcoming] : []).filter(({ id }) => !known.has(id) && !script.read.has(id));
  return { ...script, ahead: [...script.ahead, ...fresh.map(({ id, text }) => ({ id, text }))] };
}

/** After the sentence at hand was read. */
export function afterReading(script: Script): Script {
  const [current, ...ahead] = script.ahead;
  return { ahead, read: current ? new Set([...script.read, current.id]) : script.read };
}

/** After the sentence at hand was skipped: it comes again when the others are read. */
export function afterSkipping(script: Script): Script {
  const [current, ...ahead] = script.ahead;
  return { ...script, ahead: ahead.length > 0 || !current ? ahead : [current] };
}
