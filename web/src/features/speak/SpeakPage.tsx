import { getRouteApi } from "@tanstack/react-router";
import { MicOff } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Page } from "@/components/Page";
import { Card } from "@/components/ui/Card";
import { EmptyState } from "@/components/ui/EmptyState";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { Skeleton } from "@/components/ui/Skeleton";
import { useConnected } from "@/lib/connection";
import type { SpeechRequest } from "@/lib/speech";
import type { Asked } from "./address";
import { useDownload } from "./api/useDownload";
import { speakingHere, usualVoice, useVoices } from "./api/voices";
import { Controls } from "./components/Controls";
import { HistoryPanel } from "./components/HistoryPanel";
import { MakingStatus } from "./components/MakingStatus";
import { Loudspeaker, PlayerPanel } from "./components/PlayerPanel";
import { SAMPLES } from "./components/samples";
import { TextField } from "./components/TextField";
import { useShortcuts } from "./components/useShortcuts";
import { recallChoices, rememberChoices, type Choices } from "./history/choices";
import type { HistoryEntry } from "./history/history";
import { useHistory } from "./history/useHistory";
import { useIsKept } from "./kept/useKept";
import { planFor } from "./place/places";
import { useMaker } from "./place/useMaker";
import { markUp } from "./reading/marks";
import { ReadingPanel } from "./reading/ReadingPanel";
import { useWriting } from "./reading/useWriting";
import { useNarration, useNarrator, usePlayer } from "./sound/useNarrator";

const route = getRouteApi("/studio/speak");

/** Write Persian, hear it. */
export default function SpeakPage() {
  const { t } = useTranslation();
  const field = useRef<HTMLTextAreaElement>(null);
  const { voice: asked, text: given } = useAsked();
  // Who comes to hear a new voice needs nothing more than the button.
  const { text, marks, write, mark, unmark } = useWriting(
    given ?? (asked === undefined ? "" : SAMPLES[0].text),
  );
  const { choices, choose } = useChoices(asked);
  const { narrator, player } = useNarrator();
  const { history } = useHistory();
  const narration = useNarration(narrator);
  const playing = usePlayer(player, "playing");
  const [maker, fileMaker, wordMaker] = [useMaker(), useMaker(), useMaker()];
  const download = useDownload(fileMaker);
  const voices = useVoices();
  const isKept = useIsKept();
  const reachable = useConnected();
  const offered = reachable ? (voices.data ?? []) : speakingHere(voices.data ?? [], isKept);
  const voice = usualVoice(offered, choices.voice);
  const plan = planFor(choices.where, {
    runsInBrowser: voice?.runs_in_browser ?? false,
    kept: voice !== undefined && isKept(voice.id),
    reachable,
  });
  const able = plan[0] === "server" || (voice?.runs_in_browser ?? false);
  const speaking = playing || narration.phase === "making";

  const marked = marks.length > 0 && !choices.ssml;
  const request = (): SpeechRequest => ({
    text: marked ? markUp(text, marks) : text,
    voice: voice?.id ?? "",
    speed: choices.speed,
    mode: choices.mode,
    ssml: choices.ssml || marked,
  });
  const speak = async (asked: SpeechRequest) => {
    const spokenAt = new Date().toISOString();
    const durationS = await narrator.speak(asked, maker.streamBy(plan));
    const { place } = maker.making;
    if (durationS > 0)
      history.add({ ...asked, id: spokenAt, spokenAt, durationS, madeIn: place ?? "server" });
  };
  const toggle = () => {
    if (speaking) narrator.stop();
    else if (voice && able) void speak(request());
  };
  const load = (entry: HistoryEntry) => {
    write(entry.text);
    const { voice, speed, mode, ssml } = entry;
    choose({ voice, speed, mode, ssml });
    field.current?.focus();
  };
  useShortcuts({
    onSpeak: toggle,
    onPlay: () => {
      if (playing) player.pause();
      else player.play();
    },
  });

  const { failure } = narration;
  return (
    <Page title={t("speak.title")} lead={t("speak.lead")}>
      <Loudspeaker attach={player.attach} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6 lg:grid-cols-[minmax(0,1fr)_19rem]">
        <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-6">
          <Card aria-label={t("speak.composer")} className="p-0 sm:p-0">
            <TextField value={text} onChange={write} field={field} />
            {voices.isPending && <Skeleton className="p-6" />}
            {!reachable && (
              <p data-testid="speak-away" className="mx-5 mt-5 rounded-xl bg-sunken px-4 py-3 sm:mx-6">
                {t("speak.place.away")}
              </p>
            )}
            {voices.isError && (
              <ErrorMessage className="m-5" error={voices.error} onRetry={() => void voices.refetch()} />
            )}
            {voices.data?.length === 0 && (
              <div className="p-5">
                <EmptyState icon={MicOff} title={t("speak.noVoice")}>
                  {t("speak.noVoiceNote")}
                </EmptyState>
              </div>
            )}
            {voice && (
              <Controls
                voices={offered}
                voice={voice}
                isKept={isKept}
                choices={choices}
                onChoose={choose}
                speaking={speaking}
                able={able}
                onToggle={toggle}
                download={download}
                onDownload={() => void download.start(request(), choices.format, plan)}
                onCancelDownload={download.cancel}
              />
            )}
            <MakingStatus className="mx-5 mb-5 sm:mx-6" maker={maker} onCancel={() => narrator.stop()} />
            <MakingStatus className="mx-5 mb-5 sm:mx-6" maker={fileMaker} onCancel={download.cancel} />
            <ErrorMessage
              className="mx-5 mb-5 sm:mx-6"
              error={failure}
              onRetry={failure && mayPass(failure.status) ? () => void again() : undefined}
            />
            <ErrorMessage className="mx-5 mb-5 sm:mx-6" error={download.failure} />
          </Card>
          {voice && (
            <ReadingPanel
              text={text}
              ssml={choices.ssml}
              mode={choices.mode}
              voice={voice.id}
              onlyHere={choices.where === "browser"}
              stream={wordMaker.streamBy(plan)}
              marks={choices.ssml ? [] : marks}
              onMark={mark}
              onUnmark={unmark}
            />
          )}
          {(narration.phase === "making" || narration.clips.length > 0) && (
            <PlayerPanel narration={narration} player={player} />
          )}
        </div>
        <HistoryPanel
          onChoose={load}
          voiceName={(id) => voices.data?.find((one) => one.id === id)?.name ?? id}
        />
      </div>
    </Page>
  );

  async function again() {
    if (narration.request) await speak(narration.request);
  }
}

/** Whether trying the same again may help: no answer, too many calls, or trouble on the server's side. */
function mayPass(status: number): boolean {
  return status === 0 || status === 429 || status >= 500;
}

/** What the address asks for; a text goes from there into the field, so that reloading does not bring it back. */
function useAsked(): Asked {
  const asked = route.useSearch();
  const navigate = route.useNavigate();
  const [first] = useState(asked);
  useEffect(() => {
    if (asked.text !== undefined)
      void navigate({ search: ({ voice }) => ({ voice }), replace: true, resetScroll: false });
  }, [asked.text, navigate]);
  return first;
}

/** The choices of last time; a voice that an address asks for goes before the one of then. */
function useChoices(asked: string | undefined) {
  const [choices, setChoices] = useState(() => {
    const kept = recallChoices();
    return asked === undefined ? kept : { ...kept, voice: asked };
  });
  const choose = (change: Partial<Choices>) => {
    const next = { ...choices, ...change };
    setChoices(next);
    rememberChoices(next);
  };
  return { choices, choose };
}
