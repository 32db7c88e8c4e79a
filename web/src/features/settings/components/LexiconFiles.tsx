import { Download, FolderInput } from "lucide-react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { useExportLexicon, useImportLexicon } from "@/features/settings/api/lexicon";
import { Button } from "@/components/ui/Button";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { useFormat } from "@/lib/format";
import { Problem } from "@/lib/problem";
import { announce } from "@/lib/toasts";

/** The lexicon as a file: in, with a reason for each refused line, and out. */
export function LexiconFiles({ empty }: { empty: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const input = useRef<HTMLInputElement>(null);
  const coming = useImportLexicon();
  const going = useExportLexicon();
  const take = (file: File) =>
    coming.mutate(file, {
      onSuccess: ({ added, replaced }) =>
        announce(t("lexicon.imported", { added: format.number(added), replaced: format.number(replaced) })),
    });
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap gap-2">
        <Button busy={coming.isPending} onClick={() => input.current?.click()}>
          <FolderInput aria-hidden className="size-5" />
          {t("lexicon.import")}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          accept=".tsv,.csv,.txt"
          aria-label={t("lexicon.import")}
          data-testid="lexicon-import"
          onChange={({ target }) => {
            const file = target.files?.[0];
            target.value = "";
            if (file) take(file);
          }}
        />
        {!empty && (
          <Button busy={going.isPending} data-testid="lexicon-export" onClick={() => going.mutate()}>
            <Download aria-hidden className="size-5" />
            {t("lexicon.export")}
          </Button>
        )}
      </div>
      <ErrorMessage error={coming.error ?? going.error} />
      <RefusedLines error={coming.error} />
    </div>
  );
}

/** Each line that was refused, with its reason. */
function RefusedLines({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!(error instanceof Problem) || error.errors.length < 2) return null;
  return (
    <ul className="grid gap-1 text-sm text-danger">
      {error.errors.map(({ loc, msg }) => (
        <li key={loc.join()}>{t("lexicon.line", { line: format.number(Number(loc[1])), reason: msg })}</li>
      ))}
    </ul>
  );
}
