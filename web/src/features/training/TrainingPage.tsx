import { getRouteApi, Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Page } from "@/components/Page";
import { Badge } from "@/components/ui/Badge";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { Skeleton } from "@/components/ui/Skeleton";
import type { Training } from "./api/shapes";
import { useTraining } from "./api/trainings";
import { Curves } from "./charts/Curves";
import { BackLink } from "./components/BackLink";
import { Checkpoints } from "./components/Checkpoints";
import { LogTail } from "./components/LogTail";
import { Result } from "./components/Result";
import { Samples } from "./components/Samples";
import { StateCard } from "./components/StateCard";
import { TrainingFacts } from "./components/TrainingFacts";
import { TrainingStatus } from "./components/TrainingStatus";
import { useTrainingEvents } from "./live/useTrainingEvents";

const route = getRouteApi("/studio/training/$id");

/** One training: how it goes, what it has made so far, and what has become of it. */
export default function TrainingPage() {
  const { t } = useTranslation();
  const { id } = route.useParams();
  useTrainingEvents();
  const { data, error, isPending, refetch } = useTraining(id);
  return (
    <Page title={data?.name ?? t("training.title")} lead={data && <Lead training={data} />}>
      <BackLink to="/training">{t("training.back")}</BackLink>
      {isPending && <Skeleton lines={6} />}
      {!data && <ErrorMessage error={error} onRetry={() => void refetch()} />}
      {data && <Content key={id} training={data} />}
    </Page>
  );
}

function Lead({ training: { recipe, status, dataset_id, dataset_name } }: { training: Training }) {
  const { t } = useTranslation();
  return (
    <span className="flex flex-wrap items-center gap-1.5">
      <TrainingStatus status={status} />
      <Badge tone="accent">{t(`training.recipe.${recipe}`)}</Badge>
      {dataset_id === null ? (
        <Badge>{dataset_name}</Badge>
      ) : (
        <Link to="/datasets/$id" params={{ id: dataset_id }} className="underline-offset-4 hover:underline">
          <Badge>{dataset_name}</Badge>
        </Link>
      )}
    </span>
  );
}

function Content({ training }: { training: Training }) {
  const { id } = training;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <StateCard training={training} />
      <Result training={training} />
      <Curves id={id} />
      <Samples training={training} />
      <Checkpoints training={training} />
      <TrainingFacts training={training} />
      <LogTail training={training} />
    </div>
  );
}
