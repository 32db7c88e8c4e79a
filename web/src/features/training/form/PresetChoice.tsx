import { Moon, Rabbit, Zap } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/lib/format";
import type { Preset } from "../api/shapes";
import { Cards } from "./Cards";
import type { Draft } from "./useDraft";

const ICONS = { quick: Rabbit, overnight: Moon, gpu: Zap };
const NAMED = ["quick", "overnight", "gpu"] as const;
const MINUTE_S = 60;

/** How much time to give it, in plain words; everything else follows from that. */
export function PresetChoice({ draft: { recipe, preset, choosePreset } }: { draft: Draft }) {
  const { t } = useTranslation();
  const wordsOf = usePresetWords(recipe.recipe);
  if (recipe.presets.length === 0) return null;
  return (
    <div className="grid gap-2">
      <Cards
        testId="training-preset"
        label={t("training.preset")}
        value={preset?.id}
        onChoose={(id) => recipe.presets.filter((one) => one.id === id).forEach(choosePreset)}
        options={recipe.presets.map(wordsOf)}
      />
      {!preset && (
        <p role="status" className="text-sm text-ink-soft">
          {t("training.presetOwn")}
        </p>
      )}
    </div>
  );
}

function usePresetWords(recipe: Draft["recipe"]["recipe"]) {
  const { t } = useTranslation();
  const format = useFormat();
  const kind = recipe === "classifier" ? "classifier" : "voice";
  return ({ id, minutes }: Preset) => {
    const known = NAMED.find((name) => name === id);
    const time = minutes === null ? "" : format.duration(minutes * MINUTE_S);
    return {
      value: id,
      label: known ? t(`training.presetName.${known}`) : id,
      note: known && time ? t(`training.presetNote.${kind}.${known}`, { time }) : time,
      icon: known ? ICONS[known] : Rabbit,
    };
  };
}
