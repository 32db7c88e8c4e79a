import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/Button";
import type { Found } from "../api/sources";
import { useSpeakers } from "../downloads/useSpeakers";
import { CanRun } from "./CanRun";
import { DownloadControl } from "./DownloadControl";
import { ModelBadges } from "./ModelBadges";
import { ModelDialog } from "./ModelDialog";
import { RepositoryName } from "./RepositoryName";

/** A repository of the Hub, with the way to bring it and the way to look into it. */
export function ModelCard({ model }: { model: Found }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const speakerOf = useSpeakers();
  return (
    <li
      data-testid="model-card"
      className="grid grid-cols-[minmax(0,1fr)] content-between gap-4 rounded-2xl border border-line bg-surface p-5 shadow-card"
    >
      <div className="grid gap-2">
        <h3 className="text-lg leading-snug font-semibold">
          <RepositoryName id={model.repo_id} />
        </h3>
        <ModelBadges model={model} />
        <CanRun engine={model.engine} whyNot={model.why_not} />
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <DownloadControl
          wish={{ repo_id: model.repo_id }}
          name={model.repo_id}
          installed={model.installed}
          speaker={speakerOf(model.repo_id)}
          onChooseVoice={() => setOpen(true)}
        />
        <Button
          data-testid="model-details"
          aria-label={t("models.detailsNamed", { name: model.repo_id })}
          onClick={() => setOpen(true)}
        >
          {t("models.details")}
        </Button>
      </div>
      <ModelDialog repoId={model.repo_id} open={open} onClose={() => setOpen(false)} />
    </li>
  );
}
