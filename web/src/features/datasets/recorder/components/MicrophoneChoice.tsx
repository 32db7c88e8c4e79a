import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Field } from "@/components/ui/Field";
import { Select } from "@/components/ui/Select";

interface MicrophoneChoiceProps {
  /** Their names are told only once a microphone is open. */
  open: boolean;
  value: string | null;
  onChoose: (deviceId: string | null) => void;
}

/** Which microphone is listened to. */
export function MicrophoneChoice({ open, value, onChoose }: MicrophoneChoiceProps) {
  const { t } = useTranslation();
  const microphones = useMicrophones(open);
  return (
    <Field label={t("recorder.microphone")} hint={t("recorder.microphoneNote")}>
      {(control) => (
        <Select
          {...control}
          data-testid="recorder-microphone"
          value={value ?? ""}
          onChoose={(deviceId) => onChoose(deviceId || null)}
          options={[
            { value: "", label: t("recorder.microphoneDefault") },
            ...microphones.map(({ deviceId, label }, at) => ({
              value: deviceId,
              label: label || t("recorder.microphoneNumber", { number: at + 1 }),
            })),
          ]}
        />
      )}
    </Field>
  );
}

function useMicrophones(open: boolean): MediaDeviceInfo[] {
  const [found, setFound] = useState<MediaDeviceInfo[]>([]);
  useEffect(() => {
    const devices = navigator.mediaDevices as MediaDevices | undefined;
    if (!devices) return;
    let shown = true;
    const look = async () => {
      const all = await devices.enumerateDevices().catch(() => []);
      const apart = all.filter(
        ({ kind, deviceId }) =>
          kind === "audioinput" && !["", "default", "communications"].includes(deviceId),
      );
      if (shown) setFound(apart);
    };
    void look();
    const again = () => void look();
    devices.addEventListener("devicechange", again);
    return () => {
      shown = false;
      devices.removeEventListener("devicechange", again);
    };
  }, [open]);
  return found;
}
