import { ListChecks } from "lucide-react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "@/components/ui/EmptyState";
import { KINDS, STATUSES } from "../address";
import { useJobs } from "../api/jobs";
import { Filter } from "../components/Filter";
import { Listing } from "../components/Listing";
import { Sheet } from "../components/Sheet";
import { useAdminAddress } from "../useAdminAddress";
import { JobRow } from "./JobRow";

/** What everybody's downloads, trainings and datasets are doing. */
export function JobsTab() {
  const { t } = useTranslation();
  const [address, look] = useAdminAddress();
  const jobs = useJobs(address);
  return (
    <Sheet
      title={t("admin.tab.jobs")}
      note={t("admin.jobs.note")}
      onRefresh={() => void jobs.refetch()}
      filters={
        <>
          <Filter
            label={t("admin.jobs.kind")}
            value={address.kind}
            values={KINDS}
            name={(kind) => t(`admin.jobs.kinds.${kind}`)}
            onChoose={(kind) => look({ kind })}
          />
          <Filter
            label={t("admin.jobs.status")}
            value={address.status}
            values={STATUSES}
            name={(status) => t(`admin.jobs.statuses.${status}`)}
            onChoose={(status) => look({ status })}
          />
        </>
      }
    >
      <Listing
        list={jobs}
        more={t("admin.older")}
        empty={<EmptyState icon={ListChecks} title={t("admin.jobs.none")} />}
      >
        {(job) => <JobRow key={`${job.kind} ${job.id}`} job={job} />}
      </Listing>
    </Sheet>
  );
}
