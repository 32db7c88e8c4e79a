import { useTranslation } from "react-i18next";
import { Card, CardHeading } from "@/components/ui/Card";
import { Meter } from "@/components/ui/Meter";
import { cn } from "@/lib/cn";
import { useFormat } from "@/lib/format";
import type { Coverage } from "../api/shapes";
import { needs, type Need } from "../coverage";

/** Which sounds the texts have, against what a voice needs: what there is too little of stands out. */
export function CoverageCard({ coverage }: { coverage: Coverage }) {
  const { t } = useTranslation();
  const nameOf = useSoundName();
  const all = needs(coverage);
  const missing = all.filter(({ heard, needed }) => heard < needed).map(({ sound }) => nameOf(sound));
  return (
    <Card aria-labelledby="coverage" data-testid="dataset-coverage">
      <CardHeading id="coverage" note={t("datasets.coverageNote")}>
        {t("datasets.coverage")}
      </CardHeading>
      <div className="grid gap-4">
        <Meter
          label={t("datasets.coverageShare")}
          percent={100 * coverage.share}
          good
          note={
            missing.length > 0
              ? t("datasets.coverageMissing", { sounds: missing })
              : t("datasets.coverageFull")
          }
        />
        <ul className="flex flex-wrap gap-1.5">
          {all.map((need) => (
            <Sound key={need.sound} need={need} name={nameOf(need.sound)} />
          ))}
        </ul>
      </div>
    </Card>
  );
}

function Sound({ need: { heard, needed }, name }: { need: Need; name: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const counts = { heard: format.number(heard), needed: format.number(needed) };
  const enough = heard >= needed;
  return (
    <li
      className={cn(
        "relative overflow-hidden rounded-lg border border-dashed border-transparent bg-sunken px-2 py-0.5",
        !enough && "border-danger",
      )}
    >
      <span
        aria-hidden
        className="absolute inset-y-0 start-0 bg-accent-soft"
        style={{ inlineSize: `${Math.min(100, (100 * heard) / needed)}%` }}
      />
      <span aria-hidden className="relative">
        <bdi className="font-medium">{name}</bdi>{" "}
        <span className="text-sm text-ink-soft">
          {enough ? counts.heard : t("datasets.coverageOf", counts)}
        </span>
      </span>
      <span className="sr-only">{t("datasets.coverageSound", { sound: name, ...counts })}</span>
    </li>
  );
}

/** What a sound is called: its sign, or a word for what is no sound. */
function useSoundName(): (sound: string) => string {
  const { t } = useTranslation();
  return (sound) => (sound === "ezafe" || sound === "question" ? t(`datasets.sound.${sound}`) : sound);
}
