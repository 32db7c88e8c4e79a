import type { Fetched } from "@/inpage/types";
import type { SpeechDelta, SpeechRequest } from "@/lib/speech";
import { asRest, reasonToMove, restOf, type Reason } from "./moving";
import type { Place, Plan } from "./places";

/** A place where speech is made; it may have to fetch something first. */
export type Source = (
  request: SpeechRequest,
  signal: AbortSignal,
  onLoading: (fetched: Fetched) => void,
) => AsyncGenerator<SpeechDelta>;

/** Every place. */
export type Sources = Readonly<Record<Place, Source>>;

/** How the making stands. */
export interface Making {
  /** Where the text is made, or was. */
  place: Place | null;
  /** What the browser is fetching before it can speak. */
  loading: Fetched | null;
  /** Why it is not made where it was begun. */
  moved: Reason | null;
}

type Tell = (change: Partial<Making>) => void;

/** Makes speech in the first of the planned places that can; another goes on after what has been said. */
export async function* make(
  sources: Sources,
  [place, next, ...others]: Plan,
  request: SpeechRequest,
  signal: AbortSignal,
  tell: Tell,
): AsyncGenerator<SpeechDelta> {
  const before = { said: 0, progress: 0 };
  try {
    for await (const delta of makeIn(place, sources, request, signal, tell)) {
      before.said = delta.textEnd;
      before.progress = delta.progress;
      yield delta;
    }
  } catch (error) {
    const moved = next && !signal.aborted && reasonToMove(place, error);
    const rest = restOf(request, before.said);
    if (!moved || !rest) throw error;
    tell({ moved });
    const instead = make(sources, [next, ...others], rest, signal, tell);
    yield* standingIn(asRest(instead, before), next, error, tell);
  }
}

/** The sound of a place that stands in for another; when it cannot either, the first trouble is the one to tell. */
async function* standingIn(
  deltas: AsyncGenerator<SpeechDelta>,
  place: Place,
  first: unknown,
  tell: Tell,
): AsyncGenerator<SpeechDelta> {
  try {
    yield* deltas;
  } catch (error) {
    if (!reasonToMove(place, error)) throw error;
    tell({ moved: null });
    throw first;
  }
}

async function* makeIn(
  place: Place,
  sources: Sources,
  request: SpeechRequest,
  signal: AbortSignal,
  tell: Tell,
): AsyncGenerator<SpeechDelta> {
  tell({ place, loading: null });
  let loading = false;
  const loaded = () => {
    if (loading) tell({ loading: null });
    loading = false;
  };
  const onLoading = (next: Fetched) => {
    loading = true;
    tell({ loading: next });
  };
  try {
    for await (const delta of sources[place](request, signal, onLoading)) {
      loaded();
      yield delta;
    }
  } finally {
    loaded();
  }
}
