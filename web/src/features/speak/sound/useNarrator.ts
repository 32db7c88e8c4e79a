import { useEffect, useState, useSyncExternalStore } from "react";
import { Narrator } from "./Narrator";
import { Player, type PlayerState } from "./Player";

/** One narrator and its player for as long as the page is open. */
export function useNarrator(): { narrator: Narrator; player: Player } {
  const [pair] = useState(() => {
    const player = new Player();
    return { player, narrator: new Narrator(player) };
  });
  useEffect(
    () => () => {
      pair.narrator.stop();
    },
    [pair],
  );
  return pair;
}

/** What the narrator has made so far. */
export function useNarration(narrator: Narrator) {
  return useSyncExternalStore(narrator.subscribe, () => narrator.narration);
}

/** One fact about the playback; a component is drawn anew only when it changes. */
export function usePlayer<Key extends keyof PlayerState>(player: Player, key: Key): PlayerState[Key] {
  return useSyncExternalStore(player.subscribe, () => player.state[key]);
}
