import { Link } from "@tanstack/react-router";
import { CircleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Download } from "../api/downloads";

const NEEDS_TOKEN = new Set(["repo_gated", "repo_not_found", "hub_token_invalid", "hub_token_scope"]);

/** Why a download failed, and the way to where it can be mended; nothing where it did not fail. */
export function DownloadFailure({ error }: { error: Download["error"] }) {
  const { t } = useTranslation();
  if (error === null) return null;
  return (
    <div
      role="alert"
      data-testid="error-message"
      className="flex items-start gap-3 rounded-xl bg-danger-soft px-4 py-3 text-danger"
    >
      <CircleAlert aria-hidden className="mt-1 size-5 shrink-0" />
      <p>
        {error.message}
        {NEEDS_TOKEN.has(error.code) && (
          <Link to="/settings" hash="hub" className="ms-2 font-medium underline underline-offset-4">
            {t("models.toSettings")}
          </Link>
        )}
      </p>
    </div>
  );
}
