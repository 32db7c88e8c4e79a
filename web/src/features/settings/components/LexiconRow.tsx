import { Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/Button";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { useForgetWord, useKeepWord, type LexiconEntry } from "@/lib/lexicon";
import { announce } from "@/lib/toasts";

/** One word and how it is said. */
export function LexiconRow({ entry: { word, ipa, spoken } }: { entry: LexiconEntry }) {
  const { t } = useTranslation();
  const forget = useForgetWord();
  const keep = useKeepWord();
  const restore = () => keep.mutate({ word, said: spoken === null ? { ipa } : { ipa, spoken } });
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 py-2" data-testid="lexicon-entry">
      <p className="min-w-0">
        <bdi className="font-medium wrap-anywhere">{word}</bdi>
        <span className="text-sm text-ink-soft">
          {spoken !== null && (
            <>
              {" · "}
              <bdi>{spoken}</bdi>
            </>
          )}
          {" · "}
          <bdi dir="ltr">{ipa}</bdi>
        </span>
      </p>
      <Button
        look="quiet"
        size="icon"
        busy={forget.isPending}
        aria-label={t("lexicon.deleteNamed", { word })}
        onClick={() =>
          forget.mutate(word, {
            onSuccess: () =>
              announce(t("lexicon.deleted", { word }), { label: t("lexicon.restore"), onChoose: restore }),
          })
        }
      >
        <Trash2 aria-hidden className="size-5" />
      </Button>
      <ErrorMessage error={forget.error ?? keep.error} />
    </li>
  );
}
