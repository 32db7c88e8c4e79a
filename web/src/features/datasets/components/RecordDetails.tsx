import { Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/Button";
import { Choice } from "@/components/ui/Choice";
import { ConfirmDialog } from "@/components/ui/ConfirmDialog";
import { Facts } from "@/components/ui/Facts";
import { useFormat } from "@/lib/format";
import { useDeleteRecord } from "../api/records";
import type { Dataset, DatasetRecord } from "../api/shapes";
import { known, useMeasureText } from "../measures";
import type { useClip } from "@/lib/sound/useClip";
import { ClipPicture } from "./ClipPicture";
import { Reading } from "./Reading";
import { RecordNames } from "./RecordNames";

interface RecordDetailsProps {
  dataset: Dataset;
  record: DatasetRecord;
  clip: ReturnType<typeof useClip>;
  prepared: boolean;
  onPrepared: (prepared: boolean) => void;
}

const SOUNDS = ["original", "prepared"] as const;

/** All that is known of one record: its pictures, how it will be read, and its measures. */
export function RecordDetails({ dataset, record, clip, prepared, onPrepared }: RecordDetailsProps) {
  const { t } = useTranslation();
  const textOf = useMeasureText();
  const rows = known(record.measures).map(
    ([name, value]) => [t(`datasets.measure.${name}`), textOf(name, value)] as const,
  );
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      {record.duration_s !== null && (
        <>
          <ClipPicture datasetId={dataset.id} record={record} clip={clip} />
          <Choice
            label={t("datasets.listenTo")}
            value={prepared ? "prepared" : "original"}
            onChoose={(sound) => onPrepared(sound === "prepared")}
            options={SOUNDS.map((value) => ({ value, label: t(`datasets.clip.${value}`) }))}
          />
        </>
      )}
      <Reading text={record.text} />
      {rows.length > 0 && <Facts rows={rows} />}
      <RecordNames dataset={dataset} record={record} />
      <DeleteRecord datasetId={dataset.id} n={record.n} />
    </div>
  );
}

function DeleteRecord({ datasetId, n }: { datasetId: string; n: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const remove = useDeleteRecord(datasetId);
  const named = { n: format.number(n) };
  return (
    <>
      <Button
        size="small"
        look="danger"
        className="justify-self-start"
        data-testid="record-delete"
        onClick={() => setAsking(true)}
      >
        <Trash2 aria-hidden className="size-4" />
        {t("datasets.deleteRecordNamed", named)}
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t("datasets.deleteRecordNamed", named)}
        description={t("datasets.deleteRecordNote", named)}
        action={t("datasets.delete")}
        busy={remove.isPending}
        error={remove.error}
        onConfirm={() => remove.mutate(n)}
      />
    </>
  );
}
