import { RotateCw } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/Button";
import { Select } from "@/components/ui/Select";
import { endpointsOf, useHubSettings } from "@/lib/hub";

const USUAL = "";

interface RetryProps {
  name: string;
  busy: boolean;
  onRetry: (endpoint: string | undefined) => void;
}

/** Tries again, over another mirror where one is chosen. */
export function Retry({ name, busy, onRetry }: RetryProps) {
  const { t } = useTranslation();
  const { data } = useHubSettings();
  const [endpoint, setEndpoint] = useState(USUAL);
  const endpoints = data ? endpointsOf(data) : [];
  return (
    <>
      <Button
        data-testid="download-retry"
        aria-label={t("models.retryNamed", { name })}
        busy={busy}
        onClick={() => onRetry(endpoint || undefined)}
      >
        <RotateCw aria-hidden className="size-5" />
        {t("problem.retry")}
      </Button>
      {endpoints.length > 1 && (
        <div className="min-w-48 grow sm:max-w-80">
          <Select
            aria-label={t("models.mirror")}
            data-testid="download-mirror"
            value={endpoint}
            onChoose={setEndpoint}
            options={[
              { value: USUAL, label: t("models.mirrorUsual") },
              ...endpoints.map((url) => ({ value: url, label: hostOf(url) })),
            ]}
          />
        </div>
      )}
    </>
  );
}

function hostOf(url: string): string {
  return url.replace(/^https?:\/\//, "");
}
