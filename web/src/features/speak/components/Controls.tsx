import { AudioLines, Download, Square, X } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/Button";
import { Progress } from "@/components/ui/Progress";
import { Select } from "@/components/ui/Select";
import { Switch } from "@/components/ui/Switch";
import { useFormat } from "@/lib/format";
import { FORMATS, type Format } from "../api/speech";
import type { Voice } from "../api/voices";
import type { IsKept } from "../kept/useKept";
import type { Choices } from "../history/choices";
import { ModeSelect } from "./ModeSelect";
import { PlaceChoice } from "./PlaceChoice";
import { SpeedSlider } from "./SpeedSlider";
import { VoiceSelect } from "./VoiceSelect";

interface ControlsProps {
  voices: readonly Voice[];
  voice: Voice;
  isKept: IsKept;
  choices: Choices;
  onChoose: (change: Partial<Choices>) => void;
  speaking: boolean;
  /** Whether the voice can speak where it is to. */
  able: boolean;
  onToggle: () => void;
  download: { busy: boolean; progress: number | null };
  onDownload: () => void;
  onCancelDownload: () => void;
}

/** Who speaks, in which Persian, how fast, and the buttons that begin it. */
export function Controls(props: ControlsProps) {
  const { voices, voice, isKept, choices, onChoose, speaking, able, onToggle } = props;
  const { t } = useTranslation();
  return (
    <div className="grid gap-5 p-5 sm:p-6">
      <div className="grid items-start gap-x-8 gap-y-4 sm:grid-cols-2">
        <VoiceSelect
          voices={voices}
          value={voice.id}
          onChoose={(chosen) => {
            onChoose({ voice: chosen });
          }}
        />
        <ModeSelect
          value={choices.mode}
          onChoose={(mode) => {
            onChoose({ mode });
          }}
        />
        <div className="sm:col-span-2">
          <SpeedSlider
            value={choices.speed}
            onSlide={(speed) => {
              onChoose({ speed });
            }}
          />
        </div>
        <div className="sm:col-span-2">
          <PlaceChoice
            value={choices.where}
            onChoose={(where) => {
              onChoose({ where });
            }}
            voice={voice}
            voices={voices}
            isKept={isKept}
            onChooseVoice={(chosen) => {
              onChoose({ voice: chosen });
            }}
          />
        </div>
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <Button
          look={speaking ? "secondary" : "primary"}
          size="large"
          className="grow sm:min-w-44 sm:grow-0"
          data-testid="speak-button"
          aria-keyshortcuts="Control+Enter Meta+Enter"
          title={t("speak.shortcut")}
          disabled={!able && !speaking}
          onClick={onToggle}
        >
          {speaking ? (
            <Square aria-hidden className="size-5 fill-current" />
          ) : (
            <AudioLines aria-hidden className="size-6" />
          )}
          {speaking ? t("speak.stop") : t("speak.speak")}
        </Button>
        <TakeHome {...props} />
      </div>
      <MoreOptions choices={choices} onChoose={onChoose} />
    </div>
  );
}

/** The format of the file and the button that fetches it. */
function TakeHome({ choices, onChoose, download, onDownload, onCancelDownload }: ControlsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="flex grow items-center gap-2 sm:ms-auto sm:grow-0">
      <Select
        aria-label={t("speak.format")}
        data-testid="speak-format"
        className="w-28"
        options={FORMATS.map((name) => ({ value: name, label: name.toUpperCase() }))}
        value={choices.format}
        onChoose={(name) => {
          onChoose({ format: name as Format });
        }}
      />
      {download.busy ? (
        <div className="flex grow items-center gap-2">
          <Progress
            data-testid="speak-download-progress"
            className="min-w-20 grow"
            value={download.progress ?? 0}
            label={t("speak.downloadProgress")}
            valueText={format.percent(download.progress ?? 0)}
          />
          <Button size="icon" look="quiet" aria-label={t("speak.cancelDownload")} onClick={onCancelDownload}>
            <X aria-hidden className="size-5" />
          </Button>
        </div>
      ) : (
        <Button className="grow" data-testid="speak-download" onClick={onDownload}>
          <Download aria-hidden className="size-5" />
          {t("speak.download")}
        </Button>
      )}
    </div>
  );
}

function MoreOptions({ choices, onChoose }: Pick<ControlsProps, "choices" | "onChoose">) {
  const { t } = useTranslation();
  const [opened] = useState(choices.ssml);
  return (
    <details className="text-sm" open={opened}>
      <summary className="w-fit cursor-pointer rounded-lg py-1 text-ink-soft hover:text-ink">
        {t("speak.more")}
      </summary>
      <div className="pt-2">
        <Switch
          label={t("speak.ssml")}
          note={t("speak.ssmlNote")}
          checked={choices.ssml}
          onSwitch={(ssml) => {
            onChoose({ ssml });
          }}
        />
      </div>
    </details>
  );
}
