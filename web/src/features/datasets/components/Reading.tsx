import { useTranslation } from "react-i18next";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { Skeleton } from "@/components/ui/Skeleton";
import { useReading } from "../api/reading";

/** How a transcript will be read: each word as it is said, with its sounds under it. */
export function Reading({ text }: { text: string }) {
  const { t } = useTranslation();
  const { data, error, isLoading } = useReading(text);
  if (text.trim() === "") return null;
  return (
    <section aria-label={t("datasets.reading")} data-testid="record-reading">
      <h3 className="mb-1 text-sm font-medium">{t("datasets.reading")}</h3>
      {isLoading && <Skeleton lines={2} />}
      <ErrorMessage error={error} />
      <ol dir="auto" className="flex flex-wrap gap-x-3 gap-y-2 rounded-xl bg-sunken px-4 py-3">
        {data?.words.map(({ start, end, vocalized, ipa }) => (
          <li key={`${start}-${end}`} className="grid justify-items-center">
            <span>{vocalized}</span>
            <bdi dir="ltr" className="text-sm text-ink-soft">
              {ipa}
            </bdi>
          </li>
        ))}
      </ol>
    </section>
  );
}
