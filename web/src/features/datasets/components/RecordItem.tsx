import { LoaderCircle, Pause, Play, Undo2, X } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Badge } from "@/components/ui/Badge";
import { Button } from "@/components/ui/Button";
import { Disclosure } from "@/components/ui/Disclosure";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { cn } from "@/lib/cn";
import { useFormat } from "@/lib/format";
import { useChangeRecord } from "../api/records";
import type { Dataset, DatasetRecord } from "../api/shapes";
import { useProblemName, useProblemNote } from "../problemNames";
import { useClip } from "@/lib/sound/useClip";
import { QualityBadge } from "./DatasetFacts";
import { RecordDetails } from "./RecordDetails";
import { Transcript } from "./Transcript";

interface RecordItemProps {
  dataset: Dataset;
  record: DatasetRecord;
}

/** One record: heard, read, set right, left out, and looked into. */
export function RecordItem({ dataset, record }: RecordItemProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { n } = record;
  const [prepared, setPrepared] = useState(false);
  const [open, setOpen] = useState(false);
  const address = `/api/datasets/${dataset.id}/records/${n}`;
  const clip = useClip(`${address}/audio${prepared ? "?prepared=true" : ""}`);
  const hasSound = record.duration_s !== null;
  const number = format.number(n);
  return (
    <li
      data-testid="record-row"
      data-excluded={record.excluded}
      aria-label={t("datasets.recordNamed", { n: number })}
      className={cn(
        "grid grid-cols-[minmax(0,1fr)] gap-3 rounded-2xl border border-line bg-surface p-4 shadow-card",
        record.excluded && "bg-sunken",
      )}
    >
      <div className="flex items-start gap-3">
        {hasSound && <PlayButton n={number} clip={clip} />}
        <div className="grid min-w-0 grow grid-cols-[minmax(0,1fr)] gap-1">
          <Transcript datasetId={dataset.id} record={record} />
          <RecordBadges record={record} />
        </div>
        <ExcludeButton datasetId={dataset.id} record={record} />
      </div>
      <ErrorMessage error={clip.error} />
      <Disclosure summary={t("datasets.details", { n: number })} onToggle={setOpen}>
        {open && (
          <RecordDetails
            dataset={dataset}
            record={record}
            clip={clip}
            prepared={prepared}
            onPrepared={setPrepared}
          />
        )}
      </Disclosure>
    </li>
  );
}

type Clip = ReturnType<typeof useClip>;

function PlayButton({ n, clip }: { n: string; clip: Clip }) {
  const { t } = useTranslation();
  const playing = clip.state === "playing";
  return (
    <Button
      size="icon"
      data-testid="record-play"
      data-state={clip.state}
      aria-label={t(playing ? "datasets.pause" : "datasets.play", { n })}
      onClick={() => (playing ? clip.pause() : void clip.play())}
    >
      {playing && <Pause aria-hidden className="size-5" />}
      {clip.state === "loading" && <LoaderCircle aria-hidden className="size-5 animate-spin" />}
      {clip.state === "silent" && <Play aria-hidden className="size-5" />}
    </Button>
  );
}

function RecordBadges({ record }: { record: DatasetRecord }) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useProblemName();
  const noteOf = useProblemNote();
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      <Badge>{format.number(record.n)}</Badge>
      {record.excluded && <Badge tone="danger">{t("datasets.excluded")}</Badge>}
      {record.duration_s !== null && <Badge>{format.clock(record.duration_s)}</Badge>}
      {record.label !== null && <Badge tone="accent">{record.label}</Badge>}
      {record.speaker !== null && <Badge>{record.speaker}</Badge>}
      {record.split === "validation" && <Badge>{t("datasets.validation")}</Badge>}
      {record.quality !== null && <QualityBadge value={record.quality} />}
      {record.problems.map((code) => (
        <span key={code} title={noteOf(code)}>
          <Badge tone="warning">{nameOf(code)}</Badge>
        </span>
      ))}
    </div>
  );
}

function ExcludeButton({ datasetId, record }: { datasetId: string; record: DatasetRecord }) {
  const { t } = useTranslation();
  const format = useFormat();
  const change = useChangeRecord(datasetId);
  const { n, excluded } = record;
  const Icon = excluded ? Undo2 : X;
  return (
    <div className="grid justify-items-end gap-1">
      <Button
        size="small"
        look="quiet"
        data-testid="record-exclude"
        aria-label={t(excluded ? "datasets.includeNamed" : "datasets.excludeNamed", {
          n: format.number(n),
        })}
        busy={change.isPending}
        onClick={() => change.mutate({ n, excluded: !excluded })}
      >
        <Icon aria-hidden className="size-4" />
        <span className="max-sm:hidden">{t(excluded ? "datasets.include" : "datasets.exclude")}</span>
      </Button>
      <ErrorMessage error={change.error} />
    </div>
  );
}
