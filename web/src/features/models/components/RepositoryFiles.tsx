import { useTranslation } from "react-i18next";
import { Disclosure } from "@/components/ui/Disclosure";
import { useFormat } from "@/lib/format";
import type { Repository } from "../api/sources";

/** Which files a download brings, and which it leaves on the Hub. */
export function RepositoryFiles({ repository }: { repository: Repository }) {
  const { t } = useTranslation();
  const format = useFormat();
  const needed = new Set(repository.needed);
  const [brought, left] = [
    repository.files.filter(({ path }) => needed.has(path)),
    repository.files.filter(({ path }) => !needed.has(path)),
  ];
  return (
    <Disclosure
      summary={t("models.files", {
        count: repository.files.length,
        size: format.bytes(repository.size_bytes ?? 0),
      })}
    >
      <div className="grid gap-4">
        {brought.length > 0 && (
          <Files
            title={t("models.needed", { size: format.bytes(repository.download_bytes) })}
            files={brought}
          />
        )}
        {left.length > 0 && (
          <Files title={brought.length > 0 ? t("models.leftOut") : undefined} files={left} />
        )}
      </div>
    </Disclosure>
  );
}

function Files({ title, files }: { title: string | undefined; files: Repository["files"] }) {
  const format = useFormat();
  return (
    <div>
      {title !== undefined && <h3 className="text-sm font-medium">{title}</h3>}
      <ul className="divide-y divide-line text-sm">
        {files.map(({ path, size }) => (
          <li key={path} className="flex justify-between gap-4 py-1">
            <bdi dir="ltr" className="min-w-0 break-all">
              {path}
            </bdi>
            <span className="shrink-0 text-ink-soft">{format.bytes(size)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
