import { useTranslation } from "react-i18next";
import { Disclosure } from "@/components/ui/Disclosure";
import { useFormat } from "@/lib/format";
import type { Rejection } from "../api/shapes";

/** The rows that were not taken in: where each is, and why. */
export function Rejections({ rejected, count }: { rejected: readonly Rejection[]; count: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (count === 0) return null;
  return (
    <div data-testid="dataset-rejected">
      <Disclosure summary={t("datasets.rejected", { count })}>
        <div
          role="region"
          // What scrolls must be reachable by the keyboard.
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
          aria-label={t("datasets.rejected", { count })}
          className="max-h-80 overflow-auto rounded-lg"
        >
          <table className="w-full text-sm">
            <thead>
              <tr className="text-start text-ink-soft">
                <th className="pe-4 pb-1 text-start font-medium">{t("datasets.file")}</th>
                <th className="pe-4 pb-1 text-start font-medium">{t("datasets.line")}</th>
                <th className="pb-1 text-start font-medium">{t("datasets.reason")}</th>
              </tr>
            </thead>
            <tbody className="divide-y divide-line">
              {rejected.map(({ file, line, code, reason }) => (
                <tr key={`${file} ${line ?? ""} ${code}`} className="align-top">
                  <td className="min-w-20 py-1 pe-4 wrap-anywhere">
                    <bdi dir="ltr">{file}</bdi>
                  </td>
                  <td className="py-1 pe-4">{line === null ? "–" : format.number(line)}</td>
                  <td className="min-w-36 py-1">{reason}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {count > rejected.length && (
          <p className="pt-2 text-sm text-ink-soft">
            {t("datasets.rejectedMore", { count: count - rejected.length })}
          </p>
        )}
      </Disclosure>
    </div>
  );
}
