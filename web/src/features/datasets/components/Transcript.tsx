import { Pencil } from "lucide-react";
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/Button";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { controlLook } from "@/components/ui/Input";
import { useFormat } from "@/lib/format";
import { useChangeRecord } from "../api/records";
import type { DatasetRecord } from "../api/shapes";

interface TranscriptProps {
  datasetId: string;
  record: DatasetRecord;
}

/** What is said in a record; pressed, it is edited in its place. */
export function Transcript({ datasetId, record }: TranscriptProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [editing, setEditing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const edited = useRef(false);
  // After the editing, the focus goes back to where it began.
  useEffect(() => {
    if (edited.current && !editing) button.current?.focus();
    edited.current = editing;
  }, [editing]);
  if (editing) return <Editor datasetId={datasetId} record={record} onClose={() => setEditing(false)} />;
  return (
    <button
      ref={button}
      type="button"
      data-testid="record-text"
      aria-label={`${t("datasets.edit", { n: format.number(record.n) })}: ${record.text}`}
      className="group flex items-start gap-2 rounded-lg px-1 text-start text-lg wrap-anywhere hover:bg-sunken"
      onClick={() => setEditing(true)}
    >
      <span dir="auto" className="grow">
        {record.text || <span className="text-ink-soft">{t("datasets.noText")}</span>}
      </span>
      <Pencil
        aria-hidden
        className="mt-2 size-4 shrink-0 text-ink-soft opacity-0 group-hover:opacity-100 group-focus-visible:opacity-100 pointer-coarse:opacity-100"
      />
    </button>
  );
}

function Editor({ datasetId, record, onClose }: TranscriptProps & { onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const change = useChangeRecord(datasetId);
  const field = useRef<HTMLTextAreaElement>(null);
  const [written, setWritten] = useState(record.text);
  useEffect(() => field.current?.focus(), []);
  const save = () => {
    const text = written.trim();
    if (text === record.text) onClose();
    else change.mutate({ n: record.n, text }, { onSuccess: onClose });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") onClose();
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    save();
  };
  return (
    <div className="grid gap-2">
      <textarea
        ref={field}
        dir="auto"
        rows={2}
        data-testid="record-editor"
        aria-label={t("datasets.edit", { n: format.number(record.n) })}
        aria-describedby={`keys-${record.n}`}
        className={`${controlLook} field-sizing-content py-2 text-lg`}
        value={written}
        onChange={(event) => setWritten(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div className="flex flex-wrap items-center gap-2">
        <Button size="small" look="primary" data-testid="record-save" busy={change.isPending} onClick={save}>
          {t("datasets.save")}
        </Button>
        <Button size="small" look="quiet" onClick={onClose}>
          {t("action.cancel")}
        </Button>
        <span id={`keys-${record.n}`} className="text-sm text-ink-soft pointer-coarse:sr-only">
          {t("datasets.editKeys")}
        </span>
      </div>
      <ErrorMessage error={change.error} />
    </div>
  );
}
