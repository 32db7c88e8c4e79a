import { useTranslation } from "react-i18next";

const FIELDS = [
  "epochs",
  "max_steps",
  "batch_size",
  "learning_rate",
  "optimizer",
  "validation_split",
  "seed",
  "checkpoint_every",
  "patience",
  "device",
  "size",
  "adversarial_from",
  "espeak_share",
  "base_checkpoint",
  "features",
  "target",
  "network",
  "hidden",
  "dropout",
] as const;

const CHOICES = [
  "auto",
  "cpu",
  "cuda",
  "tiny",
  "base",
  "mel",
  "characters",
  "numbers",
  "label",
  "speaker",
  "dense",
  "convolutional",
] as const;

/** What a field of a config is called; one that a newer server knows keeps its own name. */
export function useFieldName(): (name: string) => string {
  const { t } = useTranslation();
  return (name) => {
    const known = FIELDS.find((field) => field === name);
    return known ? t(`training.field.${known}`) : name;
  };
}

/** What a field means; in the server's words where the page has none. */
export function useFieldNote(): (name: string, description: string) => string {
  const { t } = useTranslation();
  return (name, description) => {
    const known = FIELDS.find((field) => field === name);
    return known ? t(`training.fieldNote.${known}`) : description;
  };
}

/** What one of a few choices is called. */
export function useChoiceName(): (choice: string) => string {
  const { t } = useTranslation();
  return (choice) => {
    const known = CHOICES.find((name) => name === choice);
    return known ? t(`training.choice.${known}`) : choice;
  };
}
