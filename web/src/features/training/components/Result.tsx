import { Link } from "@tanstack/react-router";
import { FlaskConical, PackageCheck, PartyPopper } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button, buttonLook } from "@/components/ui/Button";
import { Card, CardHeading } from "@/components/ui/Card";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { useBundle } from "../api/models";
import type { Training } from "../api/shapes";
import { SpeakWithIt } from "./SpeakWithIt";

/** What has become of a training: the model, to speak with and to take along; nothing before it is done. */
export function Result({ training: { recipe, model_id, status } }: { training: Training }) {
  const { t } = useTranslation();
  const bundle = useBundle();
  if (model_id === null || status !== "completed") return null;
  const kind = recipe === "classifier" ? "classifier" : "voice";
  return (
    <Card aria-labelledby="result" data-testid="training-result">
      <CardHeading id="result" note={t(`training.resultNote.${kind}`)}>
        <PartyPopper aria-hidden className="me-2 inline size-6 text-accent rtl:-scale-x-100" />
        {t(`training.result.${kind}`)}
      </CardHeading>
      <div className="flex flex-wrap items-center gap-2">
        <SpeakWithIt modelId={model_id} />
        {kind === "classifier" && (
          <Link
            to="/try"
            search={{ model: model_id }}
            data-testid="training-try"
            className={buttonLook({ look: "primary" })}
          >
            <FlaskConical aria-hidden className="size-5" />
            {t("training.try")}
          </Link>
        )}
        <Button data-testid="training-export" busy={bundle.isPending} onClick={() => bundle.mutate(model_id)}>
          <PackageCheck aria-hidden className="size-5" />
          {t("training.export")}
        </Button>
        <ErrorMessage className="w-full" error={bundle.error} />
      </div>
      <p className="mt-3 text-sm text-ink-soft">{t(`training.exportNote.${kind}`)}</p>
    </Card>
  );
}
