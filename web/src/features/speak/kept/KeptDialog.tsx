import { HardDrive, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/Button";
import { Dialog } from "@/components/ui/Dialog";
import { EmptyState } from "@/components/ui/EmptyState";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { Meter } from "@/components/ui/Meter";
import { Skeleton } from "@/components/ui/Skeleton";
import type { KeptFile } from "@/inpage/types";
import { useFormat } from "@/lib/format";
import type { Voice } from "../api/voices";
import { KeepVoice } from "./KeepVoice";
import { useIsKept, useKept, useRoom, useRemoveKept } from "./useKept";

interface KeptDialogProps {
  open: boolean;
  onClose: () => void;
  /** The voices that run in the browser. */
  voices: readonly Voice[];
}

/** What the browser keeps to speak without a network: how much, which, and the ways to keep more or less. */
export function KeptDialog({ open, onClose, voices }: KeptDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog open={open} onClose={onClose} title={t("kept.title")} description={t("kept.note")}>
      <div className="grid gap-5" data-testid="kept">
        <Kept voices={voices} />
      </div>
    </Dialog>
  );
}

function Kept({ voices }: { voices: readonly Voice[] }) {
  const { t } = useTranslation();
  const kept = useKept();
  const remove = useRemoveKept();
  const files = kept.data ?? [];
  const isKept = useIsKept();
  const missing = voices.filter(({ id }) => !isKept(id));
  return (
    <>
      {kept.isPending && <Skeleton />}
      <ErrorMessage error={kept.error ?? remove.error} />
      {kept.data?.length === 0 && (
        <EmptyState icon={HardDrive} title={t("kept.none")}>
          {t("kept.noneNote")}
        </EmptyState>
      )}
      {files.length > 0 && (
        <>
          <Used />
          <ul className="divide-y divide-line">
            {files.map((file) => (
              <Row key={file.key} file={file} onRemove={() => remove.mutate(file.key)} />
            ))}
          </ul>
          <ClearAll busy={remove.isPending} onClear={() => remove.mutate(null)} />
        </>
      )}
      {missing.length > 0 && <Missing voices={missing} />}
    </>
  );
}

/** What is used of what the browser allows. */
function Used() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useRoom();
  if (!data || data.quotaBytes === 0) return null;
  const { usedBytes, quotaBytes } = data;
  const note = t("kept.of", { used: format.bytes(usedBytes), quota: format.bytes(quotaBytes) });
  return <Meter label={t("kept.used")} percent={(100 * usedBytes) / quotaBytes} note={note} />;
}

function Row({ file, onRemove }: { file: KeptFile; onRemove: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <li className="flex items-center justify-between gap-3 py-2" data-testid="kept-file">
      <div className="min-w-0">
        <p className="font-medium wrap-anywhere">
          <bdi>{file.kind === "reader" ? t("kept.reader") : file.name}</bdi>
        </p>
        <p className="text-sm text-ink-soft">
          {t(`kept.kind.${file.kind}`)} · {format.bytes(file.bytes)} · {format.date(file.keptAt)}
        </p>
      </div>
      <Button
        look="quiet"
        size="icon"
        aria-label={t("kept.remove", { name: file.kind === "reader" ? t("kept.reader") : file.name })}
        onClick={onRemove}
      >
        <Trash2 aria-hidden className="size-5" />
      </Button>
    </li>
  );
}

/** Asks on the spot, since a dialog is open already. */
function ClearAll({ busy, onClear }: { busy: boolean; onClear: () => void }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  if (!asking) {
    return (
      <Button
        className="justify-self-end"
        data-testid="kept-clear"
        busy={busy}
        onClick={() => setAsking(true)}
      >
        <Trash2 aria-hidden className="size-5" />
        {t("kept.clear")}
      </Button>
    );
  }
  return (
    <div role="alertdialog" aria-label={t("kept.clear")} className="grid gap-3 rounded-xl bg-sunken p-4">
      <p>{t("kept.clearNote")}</p>
      <div className="flex flex-wrap justify-end gap-2">
        <Button look="quiet" onClick={() => setAsking(false)}>
          {t("action.cancel")}
        </Button>
        <Button look="danger" data-testid="kept-clear-confirm" onClick={onClear}>
          {t("kept.clear")}
        </Button>
      </div>
    </div>
  );
}

/** The voices that could be kept too. */
function Missing({ voices }: { voices: readonly Voice[] }) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="kept-missing" className="grid gap-2">
      <h3 id="kept-missing" className="font-medium">
        {t("kept.missing")}
      </h3>
      <ul className="grid gap-2">
        {voices.map((voice) => (
          <li key={voice.id}>
            <p className="wrap-anywhere">
              <bdi>{voice.name}</bdi>
            </p>
            <KeepVoice voice={voice} kept={false} />
          </li>
        ))}
      </ul>
    </section>
  );
}
