import { MicOff } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/Button";
import type { Trouble } from "@/lib/sound/trouble";

/** Why nothing is heard, and what to do about it. */
export function MicrophoneTrouble({ trouble, onRetry }: { trouble: Trouble; onRetry: () => void }) {
  const { t } = useTranslation();
  const { port } = window.location;
  return (
    <div
      role="alert"
      data-testid="recorder-trouble"
      data-trouble={trouble}
      className="flex flex-wrap items-start gap-3 rounded-xl bg-danger-soft px-4 py-3"
    >
      <MicOff aria-hidden className="mt-1 size-5 shrink-0 text-danger" />
      <div className="min-w-0 flex-1">
        <p className="font-medium text-danger">{t(`recorder.trouble.${trouble}.title`)}</p>
        <p className="text-ink">{t(`recorder.trouble.${trouble}.note`)}</p>
        {trouble === "insecure" && (
          <p>
            <bdi dir="ltr" className="font-mono text-sm">
              {`http://localhost${port && `:${port}`}`}
            </bdi>
          </p>
        )}
      </div>
      {trouble !== "insecure" && trouble !== "unsupported" && (
        <Button size="small" onClick={onRetry}>
          {t("problem.retry")}
        </Button>
      )}
    </div>
  );
}
