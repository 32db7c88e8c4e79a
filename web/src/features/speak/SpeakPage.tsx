import { getRouteApi } from "@tanstack/react-router";
import { MicOff } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Page } from "@/components/Page";
import { Card } from "@/components/ui/Card";
import { EmptyState } from "@/components/ui/EmptyState";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { Skeleton } from "@/components/ui/Skeleton";
import type { SpeechRequest } from "./api/speech";
import { useDownload } from "./api/useDownload";
import { usualVoice, useVoices } from "./api/voices";
import { Controls } from "./components/Controls";
import { HistoryPanel } from "./components/HistoryPanel";
import { Loudspeaker, PlayerPanel } from "./components/PlayerPanel";
import { SAMPLES } from "./components/samples";
import { TextField } from "./components/TextField";
import { useShortcuts } from "./components/useShortcuts";
import { recallChoices, rememberChoices, type Choices } from "./history/choices";
import type { HistoryEntry } from "./history/history";
import { useHistory } from "./history/useHistory";
import { markUp } from "./reading/marks";
import { ReadingPanel } from "./reading/ReadingPanel";
import { useWriting } from "./reading/useWriting";
import { useNarration, useNarrator, usePlayer } from "./sound/useNarrator";

const route = getRouteApi("/studio/speak");

/** Write Persian, hear it. */
export default function SpeakPage() {
  const { t } = useTranslation();
  const field = useRef<HTMLTextAreaElement>(null);
  const { voice: asked } = route.useSearch();
  // Who comes to hear a new voice needs nothing more than the button.
  const { text, marks, write, mark, unmark } = useWriting(asked === undefined ? "" : SAMPLES[0].text);
  const { choices, choose } = useChoices(asked);
  const { narrator, player } = useNarrator();
  const { history } = useHistory();
  const narration = useNarration(narrator);
  const playing = usePlayer(player, "playing");
  const download = useDownload();
  const voices = useVoices();
  const voice = usualVoice(voices.data ?? [], choices.voice);
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
    const durationS = await narrator.speak(asked);
    if (durationS > 0) history.add({ ...asked, id: spokenAt, spokenAt, durationS });
  };
  const toggle = () => {
    if (speaking) narrator.stop();
    else if (voice) void speak(request());
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
                voices={voices.data ?? []}
                voice={voice.id}
                choices={choices}
                onChoose={choose}
                speaking={speaking}
                onToggle={toggle}
                download={download}
                onDownload={() => void download.start(request(), choices.format)}
                onCancelDownload={download.cancel}
              />
            )}
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
