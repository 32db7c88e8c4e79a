import { beforeEach, describe, expect, it, vi } from "vitest";
import { recallChoices, rememberChoices } from "./choices";
import { History, MOST_CHARACTERS, MOST_ENTRIES, type HistoryEntry } from "./history";

function entry(id: string, change: Partial<HistoryEntry> = {}): HistoryEntry {
  const spokenAt = "2026-11-20T10:00:00Z";
  return {
    id,
    text: `متن ${id}`,
    ssml: false,
    voice: "espeak-fa",
    speed: 1,
    mode: "formal",
    spokenAt,
    durationS: 2,
    madeIn: "browser",
    ...change,
  };
}

const ids = (history: History) => history.entries.map(({ id }) => id);

beforeEach(() => {
  localStorage.clear();
});

describe("the history", () => {
  it("is there again after the page was closed, newest first", () => {
    const before = new History();
    before.add(entry("a"));
    before.add(entry("b"));
    expect(ids(new History())).toEqual(["b", "a"]);
  });

  it("keeps the newest fifty", () => {
    const history = new History();
    for (let i = 0; i < MOST_ENTRIES + 5; i += 1) history.add(entry(`${i}`));
    expect(history.entries).toHaveLength(MOST_ENTRIES);
    expect(ids(history)[0]).toBe(`${MOST_ENTRIES + 4}`);
  });

  it("forgets the oldest when the texts grow too long together", () => {
    const history = new History();
    const text = "ب".repeat(MOST_CHARACTERS / 2);
    for (const id of ["a", "b", "c"]) history.add(entry(id, { text: text.slice(1) + id }));
    expect(ids(history)).toEqual(["c", "b"]);
  });

  it("holds the same text with the same voice, speed and mode once", () => {
    const history = new History();
    history.add(entry("a", { text: "سلام" }));
    history.add(entry("b", { text: "سلام", speed: 2 }));
    history.add(entry("c", { text: "سلام" }));
    history.add(entry("d", { text: "سلام", mode: "colloquial" }));
    expect(ids(history)).toEqual(["d", "c", "b"]);
  });

  it("takes what was kept before there were modes for formal", () => {
    localStorage.setItem("bazgoo.speak_history", JSON.stringify([{ ...entry("a"), mode: undefined }]));
    expect(new History().entries).toEqual([entry("a")]);
  });

  it("takes what was kept before the browser spoke for the server's", () => {
    localStorage.setItem("bazgoo.speak_history", JSON.stringify([{ ...entry("a"), madeIn: undefined }]));
    expect(new History().entries).toEqual([entry("a", { madeIn: "server" })]);
  });

  it("forgets one, and takes all back", () => {
    const history = new History();
    history.add(entry("a"));
    history.add(entry("b"));
    const all = history.entries;
    history.remove("a");
    expect(ids(history)).toEqual(["b"]);
    history.replace([]);
    expect(ids(new History())).toEqual([]);
    history.replace(all);
    expect(ids(new History())).toEqual(["b", "a"]);
  });

  it("lasts as long as the page where the browser keeps nothing", () => {
    vi.spyOn(Storage.prototype, "getItem").mockImplementation(() => {
      throw new DOMException("denied", "SecurityError");
    });
    vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
    const history = new History();
    history.add(entry("a"));
    expect(ids(history)).toEqual(["a"]);
  });

  it.each(["", "{", "7", "null", '{"a":1}', '[1, null, {"id":"x"}]'])(
    "survives %j in its place",
    (stored) => {
      localStorage.setItem("bazgoo.speak_history", stored);
      expect(new History().entries).toEqual([]);
    },
  );

  it("follows another tab", () => {
    const history = new History();
    const heard = vi.fn();
    history.subscribe(heard);
    localStorage.setItem("bazgoo.speak_history", JSON.stringify([entry("other")]));
    window.dispatchEvent(new StorageEvent("storage", { key: "bazgoo.speak_history" }));
    expect(ids(history)).toEqual(["other"]);
    expect(heard).toHaveBeenCalledOnce();
  });
});

describe("the choices", () => {
  it("are the last ones", () => {
    const choices = {
      voice: "espeak-fa",
      speed: 1.5,
      format: "opus",
      mode: "colloquial",
      ssml: true,
      where: "browser",
    } as const;
    rememberChoices(choices);
    expect(recallChoices()).toEqual(choices);
  });

  it.each([
    "nonsense",
    '{"speed":9,"format":"doc","voice":3,"mode":"loud","ssml":"yes","where":"there"}',
    "null",
  ])("are the usual ones after %j", (kept) => {
    localStorage.setItem("bazgoo.speak_choices", kept);
    expect(recallChoices()).toEqual({
      voice: null,
      speed: 1,
      format: "mp3",
      mode: "formal",
      ssml: false,
      where: "automatic",
    });
  });
});
