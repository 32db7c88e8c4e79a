import { ChartLine } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Card, CardHeading } from "@/components/ui/Card";
import { EmptyState } from "@/components/ui/EmptyState";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { Skeleton } from "@/components/ui/Skeleton";
import { useHistory } from "../api/history";
import { Chart } from "./Chart";
import { pictureOf, type Subject } from "./curves";
import { useValueName } from "./valueNames";

const SUBJECTS: readonly Subject[] = ["loss", "accuracy", "parts", "checked", "rate", "gradient"];

/** How a training goes, one chart a subject; they grow while it runs. */
export function Curves({ id }: { id: string }) {
  const { t } = useTranslation();
  const nameOf = useValueName();
  const { data, error, isPending, refetch } = useHistory(id);
  const pictures = useMemo(
    () =>
      SUBJECTS.flatMap((subject) => {
        const picture = pictureOf(data ?? [], subject);
        return picture === null ? [] : [[subject, picture] as const];
      }),
    [data],
  );
  return (
    <Card aria-labelledby="curves">
      <CardHeading id="curves" note={t("training.curvesNote")}>
        {t("training.curves")}
      </CardHeading>
      {isPending && <Skeleton lines={6} />}
      {!data && <ErrorMessage error={error} onRetry={() => void refetch()} />}
      {data && pictures.length === 0 && (
        <EmptyState icon={ChartLine} title={t("training.noCurves")}>
          {t("training.noCurvesNote")}
        </EmptyState>
      )}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8 lg:grid-cols-2">
        {pictures.map(([subject, picture]) => (
          <Chart key={subject} title={t(`training.subject.${subject}`)} picture={picture} nameOf={nameOf} />
        ))}
      </div>
    </Card>
  );
}
