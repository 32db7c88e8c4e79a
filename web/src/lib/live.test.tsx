import { render } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { DownloadProgress } from "@/client/events";
import type * as Live from "@/lib/live";

type Listener = (...said: unknown[]) => void;

/** The server's end of the connection: what the page sends it, and what it says. */
class Line {
  connected = false;
  active = false;
  sent: [string, string][] = [];
  opened = 0;
  answers = new Map<string, object>();
  private listeners = new Map<string, Listener[]>();

  on(name: string, listener: Listener) {
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), listener]);
    return this;
  }
  onAny(listener: Listener) {
    return this.on("*", listener);
  }
  offAny() {
    this.listeners.delete("*");
    return this;
  }
  removeAllListeners() {
    this.listeners.clear();
    return this;
  }
  connect() {
    this.active = true;
    this.opened += 1;
  }
  disconnect() {
    this.connected = this.active = false;
  }
  emit(name: string, id: string, answered?: Listener) {
    this.sent.push([name, id]);
    answered?.(this.answers.get(id) ?? { ok: false, code: "not_found" });
  }
  fire(name: string, ...said: unknown[]) {
    this.listeners.get(name)?.forEach((listener) => {
      listener(...said);
    });
  }
  accept() {
    this.connected = true;
    this.fire("connect");
  }
  refuse(code: string) {
    this.active = false;
    this.fire("connect_error", Object.assign(new Error(code), { data: { code } }));
  }
  lose(reason: string) {
    this.connected = false;
    if (reason === "io server disconnect") this.active = false;
    this.fire("disconnect", reason);
  }
  say(name: string, data: object) {
    this.fire("*", name, data);
  }
}

let line: Line;
let options: { auth: (give: (auth: object) => void) => void };
let token: string | null;
let changePerson: () => void;
const renew = vi.fn<(stale: string) => Promise<void>>();
let live: typeof Live;

vi.mock("socket.io-client", () => ({
  io: (given: typeof options) => {
    options = given;
    return line;
  },
}));
vi.mock("@/lib/session", () => ({
  bearer: () => token,
  renew: (stale: string) => renew(stale),
  subscribe: (listener: () => void) => {
    changePerson = listener;
  },
}));

const progress = (seq: number, download_id = "a"): DownloadProgress => ({
  seq,
  download_id,
  status: "downloading",
  progress: seq,
  bytes_downloaded: seq,
  bytes_total: 100,
  current_file: null,
  speed_bps: null,
  eta_s: null,
});

beforeEach(async () => {
  vi.resetModules();
  vi.useFakeTimers();
  line = new Line();
  token = "one";
  renew.mockReset();
  live = await import("@/lib/live");
});

afterEach(() => {
  vi.useRealTimers();
});

function follow(topic: "download" | "training", id: string) {
  const told: [string, unknown][] = [];
  const stop = live.watch(topic, id, (kind, data) => {
    const { seq } = data as { seq?: number };
    told.push([kind, seq ?? data]);
  });
  return { told, stop };
}

test("nothing is opened before someone wants to know, nor kept open after", () => {
  expect(line.opened).toBe(0);
  const { stop } = follow("download", "a");
  expect(line.opened).toBe(1);
  line.accept();
  stop();
  expect(line.sent).toEqual([
    ["subscribe:download", "a"],
    ["unsubscribe:download", "a"],
  ]);
  expect(line.active).toBe(false);
});

test("the snapshot comes first, then what is newer, each once", () => {
  line.answers.set("a", { ok: true, snapshot: progress(5) });
  const { told } = follow("download", "a");
  line.accept();
  for (const seq of [4, 5, 6, 6, 3, 7]) line.say("download:progress", progress(seq));
  line.say("download:complete", { seq: 7, download_id: "a" });
  expect(told).toEqual([
    ["snapshot", 5],
    ["progress", 6],
    ["progress", 7],
    ["complete", 7],
  ]);
});

test("others are not told, and two who watch the same are told both", () => {
  line.answers.set("a", { ok: true, snapshot: progress(1) });
  const [first, second, other] = [follow("download", "a"), follow("download", "a"), follow("training", "b")];
  line.accept();
  line.say("download:progress", progress(2));
  expect(first.told).toEqual(second.told);
  expect(first.told.at(-1)).toEqual(["progress", 2]);
  expect(other.told).toEqual([["refused", "not_found"]]);
  first.stop();
  line.say("download:progress", progress(3));
  expect(second.told.at(-1)).toEqual(["progress", 3]);
});

test("after a lost line everything is subscribed to again and an old snapshot changes nothing", () => {
  line.answers.set("a", { ok: true, snapshot: progress(5) });
  const { told } = follow("download", "a");
  line.accept();
  line.say("download:progress", progress(6));
  line.lose("transport close");
  line.accept();
  expect(told).toEqual([
    ["snapshot", 5],
    ["progress", 6],
  ]);
  line.lose("transport close");
  line.answers.set("a", { ok: true, snapshot: progress(9) });
  line.accept();
  expect(told.at(-1)).toEqual(["snapshot", 9]);
});

test("a token that has run out is renewed, and the new one is given", async () => {
  renew.mockImplementation(() => {
    token = "two";
    return Promise.resolve();
  });
  follow("download", "a");
  line.accept();
  line.lose("io server disconnect");
  expect(line.opened).toBe(2);
  line.refuse("token_expired");
  await vi.runAllTimersAsync();
  expect(renew).toHaveBeenCalledWith("one");
  expect(line.opened).toBe(3);
  const give = vi.fn();
  options.auth(give);
  expect(give).toHaveBeenCalledWith({ token: "two" });
});

test("a server that refuses for another reason, or cannot renew, is asked again after a while", async () => {
  renew.mockRejectedValue(new Error("unreachable"));
  follow("download", "a");
  line.refuse("rate_limited");
  expect(line.opened).toBe(1);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(line.opened).toBe(2);
  line.refuse("token_expired");
  await vi.advanceTimersByTimeAsync(5_000);
  expect(line.opened).toBe(3);
});

test("nobody who is not logged in connects, and a new person connects anew", () => {
  token = null;
  follow("download", "a");
  expect(line.opened).toBe(0);
  token = "three";
  changePerson();
  expect(line.opened).toBe(1);
  token = null;
  changePerson();
  expect(line.active).toBe(false);
});

test("components follow what they show and what happens to their person", () => {
  line.answers.set("a", { ok: true, snapshot: progress(1) });
  const told: string[] = [];
  function Page({ id }: { id: string | null }) {
    live.useLive("download", id, {
      snapshot: ({ seq }) => told.push(`snapshot ${seq}`),
      progress: ({ seq }) => told.push(`progress ${seq}`),
      refused: (code) => told.push(code),
    });
    live.useOwnEvents({ "download:complete": ({ download_id }) => told.push(`own ${download_id}`) });
    return null;
  }
  const page = render(<Page id="a" />);
  line.accept();
  line.say("download:progress", progress(2));
  line.say("download:complete", { seq: 9, download_id: "b" });
  page.rerender(<Page id="x" />);
  line.say("download:progress", progress(3));
  page.rerender(<Page id={null} />);
  expect(told).toEqual(["snapshot 1", "progress 2", "own b", "not_found"]);
  page.unmount();
  expect(line.active).toBe(false);
});
