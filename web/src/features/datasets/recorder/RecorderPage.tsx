import { getRouteApi, Link } from "@tanstack/react-router";
import { ArrowRight } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Page } from "@/components/Page";
import { Card } from "@/components/ui/Card";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { Skeleton } from "@/components/ui/Skeleton";
import { useUser } from "@/lib/session";
import { useDataset } from "../api/datasets";
import { useProgress } from "./api/recording";
import { Agreement } from "./components/Agreement";
import { Booth } from "./components/Booth";
import { Goals } from "./components/Goals";
import { MicrophoneChoice } from "./components/MicrophoneChoice";
import { OwnPrompts } from "./components/OwnPrompts";
import { Unsent } from "./components/Unsent";
import { useOutbox, useSitting, useSittingState } from "./useSitting";

const route = getRouteApi("/studio/datasets/$id/record");

/** The recording studio: one sentence after another is read into a dataset. */
export default function RecorderPage() {
  const { t } = useTranslation();
  const { id } = route.useParams();
  const user = useUser();
  const { data, error, refetch } = useDataset(id);
  const agreed = Boolean(data?.metadata.consent);
  return (
    <Page title={t("recorder.title")} lead={data?.name}>
      <Link
        to="/datasets/$id"
        params={{ id }}
        className="-order-1 flex items-center gap-1 justify-self-start text-sm text-ink-soft hover:text-ink"
      >
        <ArrowRight aria-hidden className="size-4 ltr:-scale-x-100" />
        {t("recorder.back")}
      </Link>
      {!data && <ErrorMessage error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={8} />}
      {data && !agreed && <Agreement datasetId={id} license={data.metadata.license ?? null} />}
      {data && agreed && user && <Studio key={id} datasetId={id} owner={user.id} />}
    </Page>
  );
}

function Studio({ datasetId, owner }: { datasetId: string; owner: string }) {
  const { t } = useTranslation();
  const { sitting, outbox } = useSitting(datasetId, owner);
  const state = useSittingState(sitting);
  const unsent = useOutbox(outbox);
  const progress = useProgress(datasetId);
  const [deviceId, setDeviceId] = useState<string | null>(null);
  const choose = (chosen: string | null) => {
    setDeviceId(chosen);
    void sitting.open(chosen);
  };
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 lg:grid-cols-[minmax(0,1fr)_18rem]">
      <Booth sitting={sitting} state={state} deviceId={deviceId} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
        {progress.data && (
          <Goals
            progress={progress.data}
            unsentS={unsent.takes.reduce((sum, { durationS }) => sum + durationS, 0)}
          />
        )}
        <Unsent outbox={outbox} state={unsent} />
        <Card aria-label={t("recorder.options")} className="grid gap-4">
          <MicrophoneChoice
            open={state.phase !== "off" && state.phase !== "opening"}
            value={deviceId}
            onChoose={choose}
          />
          <OwnPrompts datasetId={datasetId} onChange={() => void sitting.ask(true)} />
        </Card>
      </div>
    </div>
  );
}
