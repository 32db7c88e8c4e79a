import { PackageCheck, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Badge } from "@/components/ui/Badge";
import { Button } from "@/components/ui/Button";
import { ConfirmDialog } from "@/components/ui/ConfirmDialog";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { useFormat } from "@/lib/format";
import { useExport, useUninstall, type Installed } from "../api/installed";
import { canSpeak } from "../downloads/useSpeakers";
import { CanRun } from "./CanRun";
import { InstalledVoices } from "./InstalledVoices";
import { MissingFiles } from "./MissingFiles";

const TYPES = ["tts", "stt", "llm", "embedding", "classification"] as const;
const MB = 1_000_000;

/** One installed model: what it is, what it can do, and the ways to take it along or away. */
export function InstalledRow({ model }: { model: Installed }) {
  const { t } = useTranslation();
  const format = useFormat();
  const type = TYPES.find((known) => known === model.type);
  return (
    <li
      data-testid="installed-model"
      className="grid grid-cols-[minmax(0,1fr)] gap-3 rounded-2xl border border-line bg-surface p-5 shadow-card"
    >
      <div>
        <h3 className="font-semibold break-words">
          <bdi>{model.name}</bdi>
        </h3>
        {model.repo_id !== null && model.repo_id !== model.name && (
          <p className="text-sm text-ink-soft">
            <bdi dir="ltr">{model.repo_id}</bdi>
          </p>
        )}
      </div>
      <div className="flex flex-wrap gap-1.5">
        {type && <Badge tone="accent">{t(`models.type.${type}`)}</Badge>}
        {model.license !== null && <Badge>{model.license}</Badge>}
        {model.size_mb !== null && <Badge>{format.bytes(model.size_mb * MB)}</Badge>}
      </div>
      <MissingFiles model={model} />
      <CanRun engine={model.engine} whyNot={model.why_not} />
      {canSpeak(model) && <InstalledVoices voices={model.voices} />}
      <Actions model={model} />
    </li>
  );
}

function Actions({ model }: { model: Installed }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const bundle = useExport();
  const remove = useUninstall();
  return (
    <div className="flex flex-wrap gap-2">
      <Button
        size="small"
        data-testid="model-export"
        aria-label={t("models.exportNamed", { name: model.name })}
        busy={bundle.isPending}
        disabled={model.missing.length > 0 || !model.can_remove}
        onClick={() => bundle.mutate(model.id)}
      >
        <PackageCheck aria-hidden className="size-4" />
        {t("models.export")}
      </Button>
      {model.can_remove && (
        <Button
          size="small"
          look="quiet"
          data-testid="model-uninstall"
          aria-label={t("models.uninstallNamed", { name: model.name })}
          onClick={() => setAsking(true)}
        >
          <Trash2 aria-hidden className="size-4" />
          {t("models.uninstall")}
        </Button>
      )}
      <ErrorMessage className="w-full" error={bundle.error} />
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t("models.uninstall")}
        description={t("models.uninstallNote", { name: model.name })}
        action={t("models.uninstall")}
        busy={remove.isPending}
        error={remove.error}
        onConfirm={() => remove.mutate(model.id)}
      />
    </div>
  );
}
