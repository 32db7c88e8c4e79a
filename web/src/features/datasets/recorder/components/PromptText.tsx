import { LoaderCircle } from "lucide-react";
import { useTranslation } from "react-i18next";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { useHint } from "../api/reading";
import { romanised } from "../romanised";

/** The sentence to read, in large letters, and on demand how its words are said. */
export function PromptText({ text, hinted }: { text: string; hinted: boolean }) {
  const { t } = useTranslation();
  const hint = useHint(text, hinted);
  return (
    <div className="grid gap-2">
      <p
        dir="rtl"
        lang="fa"
        data-testid="recorder-prompt"
        className="text-center text-2xl leading-[1.9] font-medium text-balance sm:text-4xl sm:leading-[1.8]"
      >
        {text}
      </p>
      {hinted && hint.isPending && (
        <LoaderCircle aria-label={t("state.loading")} className="size-5 animate-spin justify-self-center" />
      )}
      {hinted && hint.data && (
        <ul
          dir="rtl"
          data-testid="recorder-hint"
          aria-label={t("recorder.hintLabel")}
          className="flex flex-wrap justify-center gap-x-4 gap-y-1"
        >
          {hint.data.map((word, at) => (
            <li key={at} className="grid justify-items-center">
              <span lang="fa">{word.text}</span>
              <bdi className="text-sm text-accent-strong">{romanised(word.ipa)}</bdi>
            </li>
          ))}
        </ul>
      )}
      {hinted && <ErrorMessage error={hint.error} onRetry={() => void hint.refetch()} />}
    </div>
  );
}
