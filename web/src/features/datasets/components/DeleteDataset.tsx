import { Trash2, X } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/Button";
import { ConfirmDialog } from "@/components/ui/ConfirmDialog";
import { announce } from "@/lib/toasts";
import { useDeleteDataset } from "../api/datasets";
import type { Dataset } from "../api/shapes";

interface DeleteDatasetProps {
  dataset: Dataset;
  onDeleted?: () => void;
}

/** Gives an import up, or deletes what is there; asks first. */
export function DeleteDataset({ dataset, onDeleted }: DeleteDatasetProps) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const remove = useDeleteDataset();
  const { name } = dataset;
  const running = dataset.metadata.status === "importing";
  return (
    <>
      <Button
        size="small"
        look="quiet"
        data-testid={running ? "dataset-cancel" : "dataset-delete"}
        aria-label={t(running ? "datasets.cancelNamed" : "datasets.deleteNamed", { name })}
        onClick={() => setAsking(true)}
      >
        {running ? <X aria-hidden className="size-4" /> : <Trash2 aria-hidden className="size-4" />}
        {t(running ? "datasets.cancel" : "datasets.delete")}
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t("datasets.deleteTitle")}
        description={t(running ? "datasets.cancelNote" : "datasets.deleteNote", { name })}
        action={t("datasets.delete")}
        busy={remove.isPending}
        error={remove.error}
        onConfirm={() =>
          remove.mutate(dataset.id, {
            onSuccess: () => {
              announce(t("datasets.deleted", { name }));
              onDeleted?.();
            },
          })
        }
      />
    </>
  );
}
