import { useEffect, useEffectEvent } from "react";
import { io, type Socket } from "socket.io-client";
import type { LiveEvents, Topic } from "@/client/events";
import { bearer, renew, subscribe as onPerson } from "@/lib/session";

type EventName = keyof LiveEvents;

/** How a download or job stands when someone subscribes. */
export type Snapshot<T extends Topic> = LiveEvents[`${T}:progress`] & {
  error?: { code: string; message: string } | null;
};

/** What to do with the events of one download or job; `snapshot` comes first, and after every reconnect. */
export type Handlers<T extends Topic> = {
  [Name in EventName as Name extends `${T}:${infer Kind}` ? Kind : never]?: (event: LiveEvents[Name]) => void;
} & { snapshot?: (snapshot: Snapshot<T>) => void; refused?: (code: string) => void };

/** What to do with everything that happens to the person who is logged in. */
export type OwnHandlers = { [Name in EventName]?: (event: LiveEvents[Name]) => void };

type Hear = (kind: string, data: unknown) => void;
interface Told {
  seq: number;
  download_id?: string;
  job_id?: string;
  dataset_id?: string;
}
type Answer = { ok: true; snapshot: { seq: number } } | { ok: false; code: string };

const AGAIN_MS = 5_000;

// One connection for the whole page, open while someone listens.
let socket: Socket | null = null;
let later: ReturnType<typeof setTimeout> | undefined;
const watched = new Map<string, Set<Hear>>();
const listeners = new Set<Hear>();
// The last number heard of each subject: what is older is not handed on.
const heard = new Map<string, number>();

/** Calls `hear` with the snapshot and the events of one download or job, until the returned function is called. */
export function watch(topic: Topic, id: string, hear: Hear): () => void {
  const subject = `${topic} ${id}`;
  const hearers = watched.get(subject) ?? new Set();
  watched.set(subject, hearers.add(hear));
  if (socket?.connected) ask(subject);
  else open();
  return () => {
    hearers.delete(hear);
    if (hearers.size > 0 || watched.get(subject) !== hearers) return;
    watched.delete(subject);
    if (socket?.connected) socket.emit(`unsubscribe:${topic}`, id);
    closeIfUnused();
  };
}

/** Calls `hear` with every event of the person who is logged in, until the returned function is called. */
export function listen(hear: Hear): () => void {
  listeners.add(hear);
  open();
  return () => {
    listeners.delete(hear);
    closeIfUnused();
  };
}

/** Follows one download or job while the component is shown; null follows nothing. */
export function useLive<T extends Topic>(topic: T, id: string | null, handlers: NoInfer<Handlers<T>>): void {
  const hear = useEffectEvent((kind: string, data: unknown) => {
    (handlers as Record<string, ((data: unknown) => void) | undefined>)[kind]?.(data);
  });
  useEffect(
    () =>
      id === null
        ? undefined
        : watch(topic, id, (kind, data) => {
            hear(kind, data);
          }),
    [topic, id],
  );
}

/** Follows everything that happens to the person who is logged in while the component is shown. */
export function useOwnEvents(handlers: OwnHandlers): void {
  const hear = useEffectEvent((name: string, data: unknown) => {
    (handlers as Record<string, ((data: unknown) => void) | undefined>)[name]?.(data);
  });
  useEffect(
    () =>
      listen((name, data) => {
        hear(name, data);
      }),
    [],
  );
}

function open(): void {
  if (bearer() === null) return;
  if (socket === null) {
    socket = io({
      autoConnect: false,
      transports: ["websocket", "polling"],
      tryAllTransports: true,
      auth: (give) => {
        give({ token: bearer() });
      },
    });
    socket.on("connect", askAll);
    socket.on("disconnect", onDisconnect);
    socket.on("connect_error", onRefused);
    socket.onAny(hand);
  }
  if (!socket.active) socket.connect();
}

function close(): void {
  clearTimeout(later);
  socket?.removeAllListeners().offAny();
  socket?.disconnect();
  socket = null;
}

function closeIfUnused(): void {
  if (watched.size === 0 && listeners.size === 0) close();
}

function askAll(): void {
  for (const subject of watched.keys()) ask(subject);
}

function ask(subject: string): void {
  const [topic, id] = subject.split(" ") as [Topic, string];
  socket?.emit(`subscribe:${topic}`, id, (answer: Answer) => {
    if (!answer.ok) tell(watched.get(subject), "refused", answer.code);
    else if (answer.snapshot.seq >= (heard.get(subject) ?? -1)) {
      heard.set(subject, answer.snapshot.seq);
      tell(watched.get(subject), "snapshot", answer.snapshot);
    }
  });
}

/** Hands an event to whoever wants it, unless something newer has been heard. */
function hand(name: string, data: Told): void {
  const [topic, kind] = name.split(":") as [string, string];
  const subject = `${topic} ${data.download_id ?? data.job_id ?? data.dataset_id ?? ""}`;
  const last = heard.get(subject) ?? -1;
  // A snapshot may already count what completes or fails, and that is still told by its own name.
  if (data.seq < last || (data.seq === last && kind === "progress")) return;
  heard.set(subject, data.seq);
  tell(watched.get(subject), kind, data);
  tell(listeners, name, data);
}

function tell(hearers: Set<Hear> | undefined, kind: string, data: unknown): void {
  for (const hear of [...(hearers ?? [])]) hear(kind, data);
}

/** The server ends a connection with its token, and a new token opens the next one; a lost line comes back by itself. */
function onDisconnect(reason: Socket.DisconnectReason): void {
  if (reason === "io server disconnect") socket?.connect();
}

function onRefused(error: Error & { data?: { code?: string } }): void {
  if (socket === null || socket.active) return; // the line is bad, and Socket.IO tries again by itself
  const token = bearer();
  const old = ["token_expired", "token_invalid", "login_required"].includes(error.data?.code ?? "");
  if (old && token !== null) void renew(token).then(open, tryLater);
  else tryLater();
}

function tryLater(): void {
  clearTimeout(later);
  later = setTimeout(() => {
    if (watched.size > 0 || listeners.size > 0) open();
  }, AGAIN_MS);
}

// Another person is logged in, or nobody: what they watch is told over a connection of their own.
onPerson(() => {
  close();
  heard.clear();
  if (watched.size > 0 || listeners.size > 0) open();
});
