import { useState, useSyncExternalStore } from "react";
import { streamSpeech } from "../api/streamSpeech";
import { Maker } from "./Maker";
import type { Making, Sources } from "./making";
import { speakInPage } from "./speakInPage";

const SOURCES: Sources = { server: streamSpeech, browser: speakInPage };

/** Somebody who makes speech for as long as the page is open. */
export function useMaker(): Maker {
  const [maker] = useState(() => new Maker(SOURCES));
  return maker;
}

/** How the making stands. */
export function useMaking(maker: Maker): Making {
  return useSyncExternalStore(maker.subscribe, () => maker.making);
}
