import { Download, Heart, Lock } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Badge } from "@/components/ui/Badge";
import { useFormat } from "@/lib/format";
import type { Found } from "../api/sources";
import { TASKS } from "../search";

/** What is known of a repository at a glance: what it does, licence, size, who may have it, how many have. */
export function ModelBadges({ model }: { model: Found }) {
  const { t } = useTranslation();
  const format = useFormat();
  const task = TASKS.find((known) => known === model.task);
  const compact = (count: number) => format.number(count, { notation: "compact" });
  return (
    <div className="flex flex-wrap gap-1.5">
      {model.task !== null && <Badge tone="accent">{task ? t(`models.task.${task}`) : model.task}</Badge>}
      {model.license !== null && <Badge>{model.license}</Badge>}
      {model.size_bytes !== null && <Badge>{format.bytes(model.size_bytes)}</Badge>}
      {model.gated && (
        <Badge tone="warning" icon={Lock}>
          {t("models.gated")}
        </Badge>
      )}
      {model.private && (
        <Badge tone="warning" icon={Lock}>
          {t("models.private")}
        </Badge>
      )}
      {model.downloads > 0 && <Badge icon={Download}>{compact(model.downloads)}</Badge>}
      {model.likes > 0 && <Badge icon={Heart}>{compact(model.likes)}</Badge>}
    </div>
  );
}
