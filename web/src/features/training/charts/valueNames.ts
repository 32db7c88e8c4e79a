import { useTranslation } from "react-i18next";

const VALUES = [
  "loss",
  "val_loss",
  "accuracy",
  "val_accuracy",
  "val_f1",
  "learning_rate",
  "steps_per_s",
  "acoustic_loss",
  "vocoder_loss",
  "acoustic_gradient_norm",
  "vocoder_gradient_norm",
  "mel",
  "prior",
  "duration",
  "pitch",
  "voicing",
  "tone",
  "sound",
  "spectrum",
  "val_mel",
  "val_duration",
  "val_sound",
] as const;

/** What a measured value is called; a part of a loss that the page does not know keeps its own name. */
export function useValueName(): (name: string) => string {
  const { t } = useTranslation();
  return (name) => {
    const known = VALUES.find((value) => value === name);
    return known ? t(`training.value.${known}`) : name;
  };
}
