import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Disclosure } from "@/components/ui/Disclosure";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { Skeleton } from "@/components/ui/Skeleton";
import { useLog } from "../api/history";
import type { Training } from "../api/shapes";
import { isUnderWay } from "../progress";

/** The last lines that the trainer's process printed. */
export function LogTail({ training }: { training: Training }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <div data-testid="training-log">
      <Disclosure summary={t("training.log")} onToggle={setOpen}>
        {open && <Lines id={training.id} running={isUnderWay(training)} />}
      </Disclosure>
    </div>
  );
}

function Lines({ id, running }: { id: string; running: boolean }) {
  const { t } = useTranslation();
  const { data, error, isPending, refetch } = useLog(id, running);
  if (isPending) return <Skeleton />;
  if (!data) return <ErrorMessage error={error} onRetry={() => void refetch()} />;
  if (data.length === 0) return <p className="text-ink-soft">{t("training.noLog")}</p>;
  return (
    <pre
      dir="ltr"
      role="log"
      aria-live="off"
      aria-label={t("training.log")}
      // What is longer than its place is scrolled by the keyboard too.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      className="max-h-96 overflow-auto rounded-xl bg-sunken p-3 text-sm leading-6"
    >
      {data.join("\n")}
    </pre>
  );
}
