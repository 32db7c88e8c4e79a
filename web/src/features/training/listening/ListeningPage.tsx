import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Page } from "@/components/Page";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { Skeleton } from "@/components/ui/Skeleton";
import { useListening } from "../api/listening";
import { useTraining } from "../api/trainings";
import { BackLink } from "../components/BackLink";
import { Results } from "./Results";
import { Trial } from "./Trial";

const route = getRouteApi("/studio/training/$id/listening");

/** The listening room: two states of one voice say the same sentence, and one says which is better without knowing which is which. */
export default function ListeningPage() {
  const { t } = useTranslation();
  const { id } = route.useParams();
  const { data: training } = useTraining(id);
  const { data, error, isPending, refetch } = useListening(id);
  return (
    <Page title={t("training.listening")} lead={t("training.listeningLead")}>
      <BackLink to="/training/$id" params={{ id }}>
        {training?.name ?? t("training.back")}
      </BackLink>
      {isPending && <Skeleton lines={6} />}
      {!data && <ErrorMessage error={error} onRetry={() => void refetch()} />}
      {data && (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
          <Trial id={id} pair={data.pair} />
          {training && <Results training={training} results={data.results} />}
        </div>
      )}
    </Page>
  );
}
