import { ClipboardCheck } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/Button";
import { Card, CardHeading } from "@/components/ui/Card";
import { EmptyState } from "@/components/ui/EmptyState";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { Facts } from "@/components/ui/Facts";
import { Meter } from "@/components/ui/Meter";
import { useFormat } from "@/lib/format";
import { announce } from "@/lib/toasts";
import { useCheck } from "../api/datasets";
import type { Dataset, Report } from "../api/shapes";
import { isRunning } from "../progress";
import { CoverageCard } from "./CoverageCard";
import { Histograms } from "./Histograms";
import { Problems } from "./Problems";
import { Shares } from "./Shares";

interface ReportTabProps {
  dataset: Dataset;
  onShow: (problem: string) => void;
}

/** What a check of all records found, in numbers and pictures. */
export function ReportTab({ dataset, onShow }: ReportTabProps) {
  const { t } = useTranslation();
  const { report } = dataset.metadata;
  if (report === null || dataset.record_count === 0)
    return (
      <EmptyState icon={ClipboardCheck} title={t("datasets.noReport")}>
        {t("datasets.noReportNote")}
      </EmptyState>
    );
  const speakers = Object.entries(report.speakers).map(([name, { records }]) => [name, records] as const);
  return (
    <div
      className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-2"
      data-testid="dataset-report"
    >
      <Column>
        <Overview dataset={dataset} report={report} />
        {report.coverage && <CoverageCard coverage={report.coverage} />}
      </Column>
      <Column>
        <Problems datasetId={dataset.id} problems={report.problems} onShow={onShow} />
        <Shares title={t("datasets.speakers")} rows={speakers.length > 1 ? speakers : []} />
        <Shares title={t("datasets.labels")} rows={Object.entries(report.labels)} />
      </Column>
      <Histograms histograms={report.histograms} />
    </div>
  );
}

function Column({ children }: { children: ReactNode }) {
  return <div className="grid grid-cols-[minmax(0,1fr)] gap-4">{children}</div>;
}

function Overview({ dataset, report }: { dataset: Dataset; report: Report }) {
  const { t } = useTranslation();
  const format = useFormat();
  const duration = dataset.duration_s ?? report.duration_s;
  const rows = [
    [t("datasets.total"), format.number(report.records)],
    [t("datasets.totalExcluded"), format.number(report.excluded)],
    ...(duration > 0 ? [[t("datasets.totalDuration"), format.duration(duration)] as const] : []),
  ] as const;
  return (
    <Card aria-labelledby="overview">
      <CardHeading id="overview" actions={<CheckAgain dataset={dataset} />}>
        {t("datasets.overview")}
      </CardHeading>
      <div className="grid gap-4">
        {dataset.metadata.stale && <p role="status">{t("datasets.stale")}</p>}
        <Quality value={report.quality} />
        <Facts rows={rows} />
      </div>
    </Card>
  );
}

function Quality({ value }: { value: number }) {
  const { t } = useTranslation();
  return <Meter label={t("datasets.qualityLabel")} percent={value} note={t("datasets.qualityNote")} good />;
}

function CheckAgain({ dataset }: { dataset: Dataset }) {
  const { t } = useTranslation();
  const check = useCheck();
  return (
    <>
      <Button
        size="small"
        data-testid="dataset-check"
        busy={check.isPending}
        disabled={isRunning(dataset)}
        onClick={() => check.mutate(dataset.id, { onSuccess: () => announce(t("datasets.checkStarted")) })}
      >
        {t("datasets.checkAgain")}
      </Button>
      <ErrorMessage className="w-full" error={check.error} />
    </>
  );
}
