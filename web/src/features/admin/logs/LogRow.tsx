import { ChevronDown } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Badge } from "@/components/ui/Badge";
import { useFormat } from "@/lib/format";
import type { Line } from "../api/logs";

const TONES = {
  debug: "plain",
  info: "plain",
  warning: "warning",
  error: "danger",
  critical: "danger",
} as const;

/** One line of a log; behind it all that was noted with it. Logs are in English. */
export function LogRow({ line }: { line: Line }) {
  const { t } = useTranslation();
  const format = useFormat();
  const noted = { logger: line.logger, request_id: line.request_id, ...line.fields };
  return (
    <li data-testid="log-row" data-level={line.level}>
      <details className="group">
        <summary className="flex min-h-11 cursor-pointer list-none flex-wrap items-center gap-x-3 gap-y-1 rounded-lg py-1.5 hover:bg-sunken">
          <ChevronDown aria-hidden className="size-4 shrink-0 text-ink-soft group-open:rotate-180" />
          <Badge tone={TONES[line.level]}>{t(`admin.logs.levels.${line.level}`)}</Badge>
          <time dateTime={line.at} className="text-sm text-ink-soft">
            {format.moment(line.at)}
          </time>
          <span className="min-w-0 grow basis-60 text-sm break-words">
            <bdi lang="en" dir="ltr">
              {headline(line)}
            </bdi>
          </span>
        </summary>
        <pre
          lang="en"
          dir="ltr"
          className="mb-2 max-h-96 overflow-auto rounded-lg bg-sunken p-3 text-start text-sm whitespace-pre-wrap [overflow-wrap:anywhere]"
        >
          {Object.entries(noted)
            .filter(([, value]) => value !== null)
            .map(([name, value]) => `${name}: ${typeof value === "string" ? value : JSON.stringify(value)}`)
            .join("\n")}
        </pre>
      </details>
    </li>
  );
}

/** What happened; of a request also which, and how it was answered. */
function headline({ event, fields: { method, route, status } }: Line): string {
  if (event !== "request") return event;
  return [method, route, status]
    .filter((part) => typeof part === "string" || typeof part === "number")
    .join(" ");
}
