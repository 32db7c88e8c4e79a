import { CircleCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/Button";
import { Card, CardHeading } from "@/components/ui/Card";
import { EmptyState } from "@/components/ui/EmptyState";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { useFormat } from "@/lib/format";
import { useExcludeProblem } from "../useExcludeProblem";
import { useProblemName, useProblemNote } from "../problemNames";

interface ProblemsProps {
  datasetId: string;
  problems: Record<string, number>;
  onShow: (problem: string) => void;
}

/** What is wrong, how often, and the one press that leaves all of it out. */
export function Problems({ datasetId, problems, onShow }: ProblemsProps) {
  const { t } = useTranslation();
  const found = Object.entries(problems).filter(([, count]) => count > 0);
  return (
    <Card aria-labelledby="problems">
      <CardHeading id="problems" note={t("datasets.problemsNote")}>
        {t("datasets.problems")}
      </CardHeading>
      {found.length === 0 && <EmptyState icon={CircleCheck} title={t("datasets.noProblems")} />}
      <ul className="divide-y divide-line">
        {found.map(([code, count]) => (
          <Problem key={code} datasetId={datasetId} code={code} count={count} onShow={onShow} />
        ))}
      </ul>
    </Card>
  );
}

interface ProblemProps {
  datasetId: string;
  code: string;
  count: number;
  onShow: (problem: string) => void;
}

function Problem({ datasetId, code, count, onShow }: ProblemProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const problem = useProblemName()(code);
  const note = useProblemNote()(code);
  const exclude = useExcludeProblem(datasetId);
  return (
    <li
      data-testid="dataset-problem"
      data-code={code}
      className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3"
    >
      <div className="min-w-0 grow basis-40">
        <p className="font-medium">
          {problem} <span className="font-normal text-ink-soft">· {format.number(count)}</span>
        </p>
        {note !== undefined && <p className="text-sm text-ink-soft">{note}</p>}
      </div>
      <div className="flex gap-2">
        <Button
          size="small"
          look="quiet"
          data-testid="problem-show"
          aria-label={t("datasets.showNamed", { problem })}
          onClick={() => onShow(code)}
        >
          {t("datasets.show")}
        </Button>
        <Button
          size="small"
          data-testid="problem-exclude"
          aria-label={t("datasets.excludeAllNamed", { problem })}
          busy={exclude.isPending}
          onClick={() => exclude.mutate(code)}
        >
          {t("datasets.excludeAll")}
        </Button>
      </div>
      <ErrorMessage className="w-full" error={exclude.error} />
    </li>
  );
}
