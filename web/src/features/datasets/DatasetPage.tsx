import { getRouteApi, Link } from "@tanstack/react-router";
import { ArrowRight, GraduationCap, Mic } from "lucide-react";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { Page } from "@/components/Page";
import { buttonLook } from "@/components/ui/Button";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { Skeleton } from "@/components/ui/Skeleton";
import { Tabs } from "@/components/ui/Tabs";
import { recorderOf, type View } from "./address";
import { useDataset } from "./api/datasets";
import type { Dataset } from "./api/shapes";
import { AboutTab } from "./components/AboutTab";
import { DatasetFacts } from "./components/DatasetFacts";
import { DatasetState } from "./components/DatasetState";
import { RecordsTab } from "./components/RecordsTab";
import { ReportTab } from "./components/ReportTab";
import { useDatasetEvents } from "./live/useDatasetEvents";

const route = getRouteApi("/studio/datasets/$id");

/** One dataset: its records, what a check found, and what it is. */
export default function DatasetPage() {
  const { t } = useTranslation();
  const { id } = route.useParams();
  useDatasetEvents();
  const { data, error, isPending, refetch } = useDataset(id);
  return (
    <Page
      title={data?.name ?? t("datasets.title")}
      lead={data && <DatasetFacts dataset={data} />}
      actions={data && <Ways dataset={data} />}
    >
      <Link
        to="/datasets"
        className="-order-1 flex items-center gap-1 justify-self-start text-sm text-ink-soft hover:text-ink"
      >
        <ArrowRight aria-hidden className="size-4 ltr:-scale-x-100" />
        {t("datasets.back")}
      </Link>
      {isPending && <Skeleton lines={6} />}
      {!data && <ErrorMessage error={error} onRetry={() => void refetch()} />}
      {data && <Sheets key={id} dataset={data} />}
    </Page>
  );
}

/** What can be done with a dataset elsewhere: record more of it, and teach with it. */
function Ways({ dataset: { id, type, metadata } }: { dataset: Dataset }) {
  const { t } = useTranslation();
  return (
    <div className="flex flex-wrap gap-2">
      {metadata.status === "ready" && (
        <Link
          to="/training"
          search={{ dataset: id }}
          hash="new"
          data-testid="dataset-teach"
          className={buttonLook({ look: "secondary" })}
        >
          <GraduationCap aria-hidden className="size-5" />
          {t("datasets.teach")}
        </Link>
      )}
      {type === "audio" && (
        <Link to={recorderOf(id)} className={buttonLook({ look: "primary" })}>
          <Mic aria-hidden className="size-5" />
          {t("datasets.record")}
        </Link>
      )}
    </div>
  );
}

function Sheets({ dataset }: { dataset: Dataset }) {
  const { t } = useTranslation();
  const { tab = "records", ...view } = route.useSearch();
  const navigate = route.useNavigate();
  const look = useCallback(
    (next: View) => void navigate({ search: next, replace: true, resetScroll: false }),
    [navigate],
  );
  return (
    <>
      <DatasetState dataset={dataset} />
      <Tabs
        label={dataset.name}
        value={tab}
        onChoose={(next) => void navigate({ search: { ...view, tab: next }, resetScroll: false })}
        tabs={[
          {
            value: "records",
            label: t("datasets.tab.records"),
            content: <RecordsTab dataset={dataset} view={view} onLook={look} />,
          },
          {
            value: "report",
            label: t("datasets.tab.report"),
            content: <ReportTab dataset={dataset} onShow={(problem) => look({ problem })} />,
          },
          { value: "about", label: t("datasets.tab.about"), content: <AboutTab dataset={dataset} /> },
        ]}
      />
    </>
  );
}
