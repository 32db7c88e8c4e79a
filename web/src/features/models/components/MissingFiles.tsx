import { CircleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useMendModel } from "../api/downloads";
import type { Installed } from "../api/installed";
import { Button } from "@/components/ui/Button";
import { ErrorMessage } from "@/components/ui/ErrorMessage";

/** Says that files of a model have gone from the disk, and offers to bring those again. */
export function MissingFiles({ model }: { model: Installed }) {
  const { t } = useTranslation();
  const mend = useMendModel();
  const { id, repo_id: repoId, missing } = model;
  if (missing.length === 0) return null;
  return (
    <div
      role="alert"
      data-testid="error-message"
      className="grid gap-2 rounded-xl bg-danger-soft px-4 py-3 text-danger"
    >
      <p className="flex items-start gap-3">
        <CircleAlert aria-hidden className="mt-1 size-5 shrink-0" />
        {t("models.missing", { count: missing.length })}
      </p>
      <ul className="ps-8 text-sm">
        {missing.map((path) => (
          <li key={path} className="break-all">
            <bdi dir="ltr">{path}</bdi>
          </li>
        ))}
      </ul>
      {repoId !== null && (
        <Button
          size="small"
          className="justify-self-start"
          busy={mend.isPending}
          onClick={() => mend.mutate(id)}
        >
          {t("models.bringAgain")}
        </Button>
      )}
      <ErrorMessage error={mend.error} />
    </div>
  );
}
