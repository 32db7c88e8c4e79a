import { Link } from "@tanstack/react-router";
import { Lock } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useHubSettings } from "@/lib/hub";

const LINK = "font-medium underline underline-offset-4";

/** What to do before a repository whose owner asks for consent can be brought. */
export function GatedNote({ repoId }: { repoId: string }) {
  const { t } = useTranslation();
  const { data } = useHubSettings();
  return (
    <div className="flex items-start gap-3 rounded-xl bg-sunken px-4 py-3">
      <Lock aria-hidden className="mt-1 size-5 shrink-0 text-warning" />
      <p>
        {t("models.gatedNote")}{" "}
        {data && (
          <a href={`${data.huggingface_api_url}/${repoId}`} target="_blank" rel="noreferrer" className={LINK}>
            {t("models.gatedPage")}
          </a>
        )}
        {data?.huggingface_token_set === false && (
          <Link to="/settings" hash="hub" className={`ms-3 ${LINK}`}>
            {t("models.toSettings")}
          </Link>
        )}
      </p>
    </div>
  );
}
