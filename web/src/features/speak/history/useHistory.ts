import { useSyncExternalStore } from "react";
import { History } from "./history";

/** The one history of the page. */
export const history = new History();

/** The history of this browser. */
export function useHistory() {
  const entries = useSyncExternalStore(history.subscribe, () => history.entries);
  return { history, entries };
}
