import { useTranslation } from "react-i18next";
import { Badge } from "@/components/ui/Badge";
import type { Training } from "../api/shapes";

const TONES = {
  queued: "plain",
  running: "accent",
  paused: "warning",
  completed: "good",
  failed: "danger",
  cancelled: "plain",
} as const;

/** Where a training is on its way, in a word. */
export function TrainingStatus({ status }: Pick<Training, "status">) {
  const { t } = useTranslation();
  return <Badge tone={TONES[status]}>{t(`training.status.${status}`)}</Badge>;
}
