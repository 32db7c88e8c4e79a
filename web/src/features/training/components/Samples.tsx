import { Ear } from "lucide-react";
import { Link } from "@tanstack/react-router";
import { useId, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { buttonLook } from "@/components/ui/Button";
import { Card, CardHeading } from "@/components/ui/Card";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { Skeleton } from "@/components/ui/Skeleton";
import { Slider } from "@/components/ui/Slider";
import { useFormat } from "@/lib/format";
import { useSamples } from "../api/history";
import type { Training } from "../api/shapes";
import { momentsOf, type Moment } from "../moments";
import { AlignmentPicture } from "./AlignmentPicture";
import { Clip } from "./Clip";

/** The same sentences over time: one goes back and forth between the steps at which they were spoken. */
export function Samples({ training: { id, recipe } }: { training: Training }) {
  const { t } = useTranslation();
  const { data, error, isPending, refetch } = useSamples(id);
  const moments = useMemo(() => momentsOf(data ?? []), [data]);
  // Whoever stands at the newest moment stays there when a newer one comes.
  const [chosen, setChosen] = useState<number | null>(null);
  const at = Math.min(chosen ?? Infinity, moments.length - 1);
  const moment = moments[at];
  if (recipe === "classifier" && moments.length === 0) return null;
  return (
    <Card aria-labelledby="samples" data-testid="training-samples">
      <CardHeading
        id="samples"
        note={t("training.samplesNote")}
        actions={moments.length > 1 && <ToListening id={id} />}
      >
        {t("training.samples")}
      </CardHeading>
      {isPending && <Skeleton lines={3} />}
      {!data && <ErrorMessage error={error} onRetry={() => void refetch()} />}
      {data && !moment && <p className="text-ink-soft">{t("training.noSamples")}</p>}
      {moment && (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
          {moments.length > 1 && (
            <MomentSlider
              moments={moments}
              at={at}
              onChoose={(to) => setChosen(to === moments.length - 1 ? null : to)}
            />
          )}
          <MomentContent moment={moment} />
        </div>
      )}
    </Card>
  );
}

interface MomentSliderProps {
  moments: readonly Moment[];
  at: number;
  onChoose: (at: number) => void;
}

function MomentSlider({ moments, at, onChoose }: MomentSliderProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const id = useId();
  const step = t("training.atStep", { step: format.number(moments[at]?.step ?? 0) });
  return (
    <div>
      <p className="flex justify-between gap-3">
        <label htmlFor={id} className="text-sm font-medium">
          {t("training.moment")}
        </label>
        <span className="text-sm text-ink-soft">{step}</span>
      </p>
      <Slider
        id={id}
        data-testid="training-moment"
        min={0}
        max={moments.length - 1}
        step={1}
        value={at}
        aria-valuetext={step}
        onSlide={onChoose}
      />
    </div>
  );
}

function MomentContent({ moment: { step, sentences, pictures } }: { moment: Moment }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-2">
      <ul className="grid grid-cols-[minmax(0,1fr)] gap-2">
        {sentences.map(({ text, url }) => (
          <li key={text} className="flex items-center gap-3 rounded-xl bg-sunken p-3">
            <Clip path={url} text={text} />
            <p dir="auto" lang="fa" className="min-w-0 grow">
              {text}
            </p>
          </li>
        ))}
      </ul>
      {pictures.map(({ id, url }) => (
        <AlignmentPicture key={id} path={url} step={step} />
      ))}
    </div>
  );
}

function ToListening({ id }: { id: string }) {
  const { t } = useTranslation();
  return (
    <Link
      to="/training/$id/listening"
      params={{ id }}
      data-testid="training-listening"
      className={buttonLook({ look: "secondary" })}
    >
      <Ear aria-hidden className="size-5" />
      {t("training.listening")}
    </Link>
  );
}
