import { PackageCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/Button";
import { Card, CardHeading } from "@/components/ui/Card";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { useExport } from "../api/datasets";
import type { Dataset } from "../api/shapes";

const LAYOUTS = ["ljspeech", "audiofolder"] as const;

/** Takes a dataset along, in a layout that other programs read. */
export function ExportCard({ dataset }: { dataset: Dataset }) {
  const { t } = useTranslation();
  const save = useExport(dataset.id);
  return (
    <Card aria-labelledby="export">
      <CardHeading id="export" note={t("datasets.exportNote")}>
        {t("datasets.export")}
      </CardHeading>
      <div className="flex flex-wrap gap-2">
        {LAYOUTS.map((layout) => (
          <Button
            key={layout}
            data-testid={`export-${layout}`}
            busy={save.isPending && save.variables === layout}
            disabled={save.isPending || dataset.record_count === 0}
            onClick={() => save.mutate(layout)}
          >
            <PackageCheck aria-hidden className="size-5" />
            {t(`datasets.exportTo.${layout}`)}
          </Button>
        ))}
      </div>
      <ErrorMessage className="mt-3" error={save.error} />
    </Card>
  );
}
