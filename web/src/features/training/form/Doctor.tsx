import { CircleAlert, CircleCheck, Stethoscope, TriangleAlert, type LucideIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { Facts } from "@/components/ui/Facts";
import { Skeleton } from "@/components/ui/Skeleton";
import { useFormat } from "@/lib/format";
import type { useVerdict } from "../api/recipes";
import type { Told, Verdict } from "../api/shapes";
import { cn } from "@/lib/cn";

interface DoctorProps {
  verdict: ReturnType<typeof useVerdict>;
  /** Whether anything can be asked. */
  asked: boolean;
  /** Whether something has been chosen that is not asked for yet. */
  waiting: boolean;
}

/** What the doctor says: whether it can be done, what to mend, and what it will take. */
export function Doctor({ verdict: { data, error, isFetching }, asked, waiting }: DoctorProps) {
  const { t } = useTranslation();
  const busy = waiting || isFetching;
  return (
    <section
      aria-labelledby="doctor"
      aria-busy={busy}
      data-testid="training-doctor"
      data-ok={busy || !asked ? undefined : data?.ok}
      className="grid grid-cols-[minmax(0,1fr)] gap-3 rounded-xl bg-sunken p-4"
    >
      <h3 id="doctor" className="flex items-center gap-2 font-medium">
        <Stethoscope aria-hidden className={cn("size-5 text-accent", busy && "animate-pulse")} />
        {t("training.doctor")}
      </h3>
      {!asked && <p className="text-sm text-ink-soft">{t("training.doctorWaits")}</p>}
      {asked && data && <Answer verdict={data} />}
      {asked && !data && isFetching && <Skeleton lines={2} />}
      {!busy && <ErrorMessage error={error} />}
    </section>
  );
}

function Answer({ verdict }: { verdict: Verdict }) {
  const { t } = useTranslation();
  const { ok, refusals, warnings } = verdict;
  return (
    <>
      <div role="status" className="grid gap-2">
        {ok && refusals.length === 0 && (
          <Line icon={CircleCheck} look="text-good" text={t("training.doctorFine")} />
        )}
        {refusals.map(line(CircleAlert, "text-danger", "training-refusal"))}
        {warnings.map(line(TriangleAlert, "text-warning", "training-warning"))}
      </div>
      {ok && <Needs verdict={verdict} />}
    </>
  );
}

function line(icon: LucideIcon, look: string, testId: string) {
  return function Finding({ code, message }: Told) {
    return (
      <Line key={`${code} ${message}`} icon={icon} look={look} text={message} testId={testId} code={code} />
    );
  };
}

interface LineProps {
  icon: LucideIcon;
  look: string;
  text: string;
  testId?: string;
  code?: string;
}

function Line({ icon: Icon, look, text, testId, code }: LineProps) {
  return (
    <p data-testid={testId} data-code={code} className={`flex items-start gap-2 ${look}`}>
      <Icon aria-hidden className="mt-1 size-5 shrink-0" />
      <span className="min-w-0 wrap-anywhere">{text}</span>
    </p>
  );
}

const MB = 1_000_000;

function Needs({ verdict }: { verdict: Verdict }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { records, duration_s, seconds, steps, memory_mb, disk_mb, parameters } = verdict;
  return (
    <Facts
      rows={[
        [t("training.needs.time"), t("training.about", { value: format.duration(round(seconds)) })],
        [t("training.needs.memory"), format.bytes(memory_mb * MB)],
        [t("training.needs.disk"), format.bytes(disk_mb * MB)],
        [t("training.needs.records"), format.number(records)],
        ...(duration_s > 0 ? [[t("training.needs.speech"), format.duration(duration_s)] as const] : []),
        [t("training.needs.steps"), format.number(steps)],
        [t("training.needs.parameters"), format.number(parameters)],
      ]}
    />
  );
}

/** An expectation is no truer than to the minute. */
function round(seconds: number): number {
  return seconds < 90 ? Math.ceil(seconds) : Math.ceil(seconds / 60) * 60;
}
