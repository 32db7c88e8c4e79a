import { useTranslation } from "react-i18next";
import { Badge } from "@/components/ui/Badge";
import { useFormat } from "@/lib/format";
import type { Deed } from "../api/audit";

const GRAVE: readonly Deed["action"][] = ["login_failed", "token_reused"];

/** One deed: what, by whom, to what, from where and when. */
export function DeedRow({ deed, onPerson }: { deed: Deed; onPerson: (id: string) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { user_id: id, email } = deed;
  const details = Object.entries(deed.details);
  return (
    <li data-testid="deed-row" data-action={deed.action} className="grid gap-1 py-3 first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Badge tone={GRAVE.includes(deed.action) ? "warning" : "plain"}>
          {t(`admin.audit.actions.${deed.action}`)}
        </Badge>
        {id === null ? (
          <bdi className="break-words">{email ?? t("admin.audit.nobody")}</bdi>
        ) : (
          <button
            type="button"
            className="min-h-6 break-words underline underline-offset-4"
            aria-label={t("admin.deedsOf", { name: email ?? id })}
            onClick={() => onPerson(id)}
          >
            <bdi>{email ?? id}</bdi>
          </button>
        )}
        <time dateTime={deed.created_at} className="text-sm text-ink-soft">
          {format.moment(deed.created_at)}
        </time>
      </div>
      {(deed.target !== null || deed.address !== null || details.length > 0) && (
        <p className="text-sm text-ink-soft [overflow-wrap:anywhere]">
          <bdi dir="ltr">
            {[
              deed.target,
              ...details.map(([name, value]) => `${name}=${JSON.stringify(value)}`),
              deed.address,
            ]
              .filter((part) => part !== null)
              .join(" · ")}
          </bdi>
        </p>
      )}
    </li>
  );
}
