import { useTranslation } from "react-i18next";
import { Field } from "@/components/ui/Field";
import { Select } from "@/components/ui/Select";
import { useLanguage } from "@/lib/language";
import type { Voice } from "../api/voices";

const GENDERS = ["female", "male"] as const;
const QUALITIES = ["x_low", "low", "medium", "high"] as const;

interface VoiceSelectProps {
  voices: readonly Voice[];
  value: string;
  onChoose: (voice: string) => void;
}

/** Who speaks: voices in groups of one engine and language. */
export function VoiceSelect({ voices, value, onChoose }: VoiceSelectProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const languages = new Intl.DisplayNames(language, { type: "language" });
  const label = ({ name, gender, quality }: Voice) => {
    const heard = GENDERS.find((one) => one === gender);
    const known = QUALITIES.find((one) => one === quality);
    const traits = [heard && t(`speak.gender.${heard}`), known && t(`speak.quality.${known}`)];
    return [name, ...traits.filter(Boolean)].join(" · ");
  };
  const options = voices.map((voice) => ({
    value: voice.id,
    label: label(voice),
    group: `${engineName(voice.engine)} · ${languages.of(voice.language.replace("_", "-")) ?? voice.language}`,
  }));
  return (
    <Field label={t("speak.voice")}>
      {(control) => (
        <Select {...control} data-testid="speak-voice" options={options} value={value} onChoose={onChoose} />
      )}
    </Field>
  );
}

/** Engines go by their own names in every language. */
function engineName(engine: string): string {
  if (engine === "espeak") return "eSpeak NG";
  return engine.charAt(0).toUpperCase() + engine.slice(1);
}
