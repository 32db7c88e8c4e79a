import { AudioLines, Mic, Speech, Square } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { MicrophoneTrouble } from "@/components/MicrophoneTrouble";
import { Button } from "@/components/ui/Button";
import type { Description } from "@/inpage/models/description";
import type { Sound } from "@/inpage/models/features/wav";
import { readSound } from "@/inpage/models/sound";
import { useFormat } from "@/lib/format";
import type { Run } from "../useRun";
import { RunButton } from "./RunButton";
import { useRecording } from "./useRecording";

interface SoundInputProps {
  description: Description;
  /** What was just spoken in the page. */
  spoken: Sound | null;
  busy: boolean;
  onRun: Run;
}

/** A sound to be told of: said now, in a file, or spoken by a voice in the page. */
export function SoundInput({ description, spoken, busy, onRun }: SoundInputProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [sound, setSound] = useState<{ name: string; heard: Sound } | null>(null);
  const ask = (name: string, hear: () => Sound | Promise<Sound>) =>
    onRun(async () => {
      const heard = await hear();
      setSound({ name, heard });
      return { kind: "sound", ...heard, description };
    });
  const recording = useRecording((heard) => ask(t("try.recorded"), () => heard));
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (sound) ask(sound.name, () => sound.heard);
      }}
    >
      <p className="text-sm text-ink-soft">{t("try.soundNote")}</p>
      <div className="flex flex-wrap gap-3">
        {recording.seconds === null ? (
          <Button data-testid="try-record" disabled={busy} onClick={recording.start}>
            <Mic aria-hidden className="size-5" />
            {t("try.record")}
          </Button>
        ) : (
          <Button look="primary" data-testid="try-stop" onClick={recording.stop}>
            <Square aria-hidden className="size-5" />
            {t("try.stop", { time: format.clock(recording.seconds) })}
          </Button>
        )}
        <SoundFile
          disabled={recording.seconds !== null}
          onFile={(file) => ask(file.name, () => readSound(file))}
        />
        {spoken && (
          <Button data-testid="try-spoken" disabled={busy} onClick={() => ask(t("try.spoken"), () => spoken)}>
            <Speech aria-hidden className="size-5" />
            {t("try.spoken")}
          </Button>
        )}
      </div>
      {recording.trouble && <MicrophoneTrouble trouble={recording.trouble} onRetry={recording.start} />}
      {sound && (
        <p data-testid="try-sound">
          <bdi>{sound.name}</bdi>{" "}
          <span className="text-ink-soft">
            {format.duration(Math.round((10 * sound.heard.samples.length) / sound.heard.sampleRateHz) / 10)}
          </span>
        </p>
      )}
      {sound && <RunButton busy={busy} disabled={recording.seconds !== null} />}
    </form>
  );
}

function SoundFile({ disabled, onFile }: { disabled: boolean; onFile: (file: File) => void }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [above, setAbove] = useState(false);
  // A file that misses the button would take the place of the page.
  useEffect(() => {
    const keep = (event: DragEvent) => event.preventDefault();
    window.addEventListener("dragover", keep);
    window.addEventListener("drop", keep);
    return () => {
      window.removeEventListener("dragover", keep);
      window.removeEventListener("drop", keep);
    };
  }, []);
  return (
    <>
      <Button
        disabled={disabled}
        className={above ? "border-accent bg-accent-soft" : undefined}
        onClick={() => input.current?.click()}
        onDragOver={() => setAbove(true)}
        onDragLeave={() => setAbove(false)}
        onDrop={(event) => {
          event.stopPropagation();
          event.preventDefault();
          setAbove(false);
          const [file] = event.dataTransfer.files;
          if (file) onFile(file);
        }}
      >
        <AudioLines aria-hidden className="size-5" />
        {t("try.soundFile")}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept="audio/*"
        data-testid="try-sound-file"
        aria-label={t("try.soundFile")}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          target.value = "";
          if (file) onFile(file);
        }}
      />
    </>
  );
}
