import { useTranslation } from "react-i18next";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { useFormat } from "@/lib/format";
import type { DatasetRecord } from "../api/shapes";
import type { useClip } from "@/lib/sound/useClip";
import { usePeaks, useSpectrogram } from "../sound/usePictures";
import { wavePath } from "../sound/wavePath";

const HEIGHT = 100;
const STEP_S = 0.05;

interface ClipPictureProps {
  datasetId: string;
  record: DatasetRecord;
  clip: ReturnType<typeof useClip>;
}

/** The loudness and the frequencies of a recording; a press or the arrow keys go there. Time runs left to right. */
export function ClipPicture({ datasetId, record, clip }: ClipPictureProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const peaks = usePeaks(datasetId, record.n);
  const { ref, error } = useSpectrogram(datasetId, record.n);
  const durationS = record.duration_s ?? 0;
  const n = format.number(record.n);
  const share = durationS > 0 ? Math.min(1, clip.positionS / durationS) : 0;
  return (
    <figure
      dir="ltr"
      className="relative overflow-hidden rounded-xl bg-sunken has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
    >
      <Wave levels={peaks.data ?? []} />
      <img
        ref={ref}
        alt={t("datasets.spectrogram", { n })}
        data-testid="record-spectrogram"
        className="h-36 w-full"
      />
      <div
        aria-hidden
        className="pointer-events-none absolute inset-y-0 w-0.5 bg-danger"
        style={{ insetInlineStart: `${100 * share}%` }}
      />
      <input
        type="range"
        min={0}
        max={durationS}
        step={STEP_S}
        value={Math.min(clip.positionS, durationS)}
        aria-label={t("datasets.position", { n })}
        aria-valuetext={t("datasets.positionOf", {
          position: format.clock(clip.positionS),
          duration: format.clock(durationS),
        })}
        className="absolute inset-0 size-full cursor-pointer opacity-0"
        onChange={(event) => void clip.play(event.target.valueAsNumber)}
      />
      <ErrorMessage error={peaks.error ?? error} />
    </figure>
  );
}

function Wave({ levels }: { levels: readonly number[] }) {
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${Math.max(1, levels.length)} ${HEIGHT}`}
      preserveAspectRatio="none"
      data-testid="record-wave"
      className="h-20 w-full fill-accent"
    >
      <path d={wavePath(levels, HEIGHT)} />
    </svg>
  );
}
