import { HardDrive } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/Button";
import { Choice } from "@/components/ui/Choice";
import type { Voice } from "../api/voices";
import { KeepVoice } from "../kept/KeepVoice";
import { KeptDialog } from "../kept/KeptDialog";
import type { IsKept } from "../kept/useKept";
import { WISHES, type Wish } from "../place/places";

interface PlaceChoiceProps {
  value: Wish;
  onChoose: (wish: Wish) => void;
  voice: Voice;
  voices: readonly Voice[];
  isKept: IsKept;
  onChooseVoice: (voice: string) => void;
}

/** Where the speech is made, and what that means for the voice that is chosen. */
export function PlaceChoice({ value, onChoose, voice, voices, isKept, onChooseVoice }: PlaceChoiceProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const able = voices.filter((one) => one.runs_in_browser);
  return (
    <div className="grid gap-2" data-testid="speak-place">
      <Choice
        label={t("speak.place.title")}
        value={value}
        onChoose={onChoose}
        options={WISHES.map((wish) => ({ value: wish, label: t(`speak.place.name.${wish}`) }))}
      />
      <p className="text-sm text-ink-soft">{t(`speak.place.note.${value}`)}</p>
      {value === "browser" && !voice.runs_in_browser && (
        <NotHere voice={voice} able={able} onChooseVoice={onChooseVoice} />
      )}
      <div className="flex flex-wrap items-center gap-2">
        {value !== "server" && voice.runs_in_browser && <KeepVoice voice={voice} kept={isKept(voice.id)} />}
        <Button look="quiet" size="small" data-testid="speak-kept" onClick={() => setOpen(true)}>
          <HardDrive aria-hidden className="size-4" />
          {t("kept.title")}
        </Button>
      </div>
      <KeptDialog open={open} onClose={() => setOpen(false)} voices={able} />
    </div>
  );
}

/** Why a voice does not speak in a browser, and those that do. */
function NotHere({
  voice,
  able,
  onChooseVoice,
}: Pick<PlaceChoiceProps, "voice" | "onChooseVoice"> & { able: readonly Voice[] }) {
  const { t } = useTranslation();
  return (
    <div role="status" data-testid="speak-not-here" className="grid gap-2 rounded-xl bg-sunken px-4 py-3">
      <p>{t(able.length > 0 ? "speak.place.notHere" : "speak.place.noneHere", { voice: voice.name })}</p>
      {able.length > 0 && (
        <ul className="flex flex-wrap gap-2">
          {able.map(({ id, name }) => (
            <li key={id}>
              <Button size="small" onClick={() => onChooseVoice(id)}>
                <bdi>{name}</bdi>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
