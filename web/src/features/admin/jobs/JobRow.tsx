import { ArrowDownToLine, Database, GraduationCap } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Badge } from "@/components/ui/Badge";
import { Button } from "@/components/ui/Button";
import { ConfirmDialog } from "@/components/ui/ConfirmDialog";
import { Progress } from "@/components/ui/Progress";
import { useFormat } from "@/lib/format";
import { isOver, useCancelJob, type Job } from "../api/jobs";

const ICONS = { download: ArrowDownToLine, training: GraduationCap, dataset: Database };
const TONES: Partial<Record<Job["status"], "good" | "danger" | "accent">> = {
  ready: "good",
  completed: "good",
  failed: "danger",
  downloading: "accent",
  running: "accent",
  importing: "accent",
  checking: "accent",
};

/** One job: whose it is, how far it is, why it failed, and the way to give it up. */
export function JobRow({ job }: { job: Job }) {
  const { t } = useTranslation();
  const format = useFormat();
  const Icon = ICONS[job.kind];
  const percent = format.percent(job.progress);
  return (
    <li
      data-testid="job-row"
      data-status={job.status}
      className="grid grid-cols-[minmax(0,1fr)] gap-2 py-4 first:pt-0 last:pb-0"
    >
      <div className="flex flex-wrap items-center gap-3">
        <Icon aria-hidden className="size-5 shrink-0 text-ink-soft" />
        <div className="min-w-0 grow basis-48">
          <p className="font-medium break-words">
            <bdi>{job.name}</bdi>
          </p>
          <p className="text-sm break-words text-ink-soft">
            {t(`admin.jobs.kinds.${job.kind}`)}
            {" · "}
            <bdi>{job.username}</bdi>
            {" · "}
            {format.dateTime(job.created_at)}
          </p>
        </div>
        <Badge tone={TONES[job.status] ?? "plain"}>{t(`admin.jobs.statuses.${job.status}`)}</Badge>
        {!isOver(job) && <Cancel job={job} />}
      </div>
      {!isOver(job) && (
        <Progress
          value={job.progress}
          label={t("admin.jobs.progressOf", { name: job.name })}
          valueText={percent}
        />
      )}
      {job.error !== null && <p className="text-sm break-words text-danger">{job.error.message}</p>}
    </li>
  );
}

function Cancel({ job }: { job: Job }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const cancel = useCancelJob();
  const { name, username: user } = job;
  return (
    <>
      <Button
        look="danger"
        size="small"
        aria-label={t("admin.jobs.cancelNamed", { name })}
        onClick={() => setAsking(true)}
      >
        {t("admin.jobs.cancel")}
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t("admin.jobs.cancelNamed", { name })}
        description={t(`admin.jobs.cancelNote.${whatStops(job)}`, { name, user })}
        action={t("admin.jobs.cancel")}
        busy={cancel.isPending}
        error={cancel.error}
        onConfirm={() => cancel.mutate(job, { onSuccess: () => setAsking(false) })}
      />
    </>
  );
}

/** A dataset that is brought in goes with its job; one that is checked stays. */
function whatStops({ kind, status }: Job): "download" | "training" | "importing" | "checking" {
  if (kind !== "dataset") return kind;
  return status === "checking" ? "checking" : "importing";
}
