import { Plus } from "lucide-react";
import { useState, type SyntheticEvent } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/Button";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { Field } from "@/components/ui/Field";
import { Input } from "@/components/ui/Input";
import { useKeepWord } from "@/lib/lexicon";

const EMPTY = { word: "", spoken: "", ipa: "" };
const FIELDS = ["word", "spoken", "ipa"] as const;

/** Adds a word by a respelling or by IPA. */
export function LexiconForm() {
  const { t } = useTranslation();
  const keep = useKeepWord();
  const [written, setWritten] = useState(EMPTY);

  function handle(event: SyntheticEvent) {
    event.preventDefault();
    const { word, ...said } = written;
    keep.mutate({ word: word.trim(), said }, { onSuccess: () => setWritten(EMPTY) });
  }

  return (
    <form className="grid gap-3" onSubmit={handle}>
      <div className="grid items-start gap-3 sm:grid-cols-3">
        {FIELDS.map((name) => (
          <Field
            key={name}
            label={t(`lexicon.${name}`)}
            hint={name === "word" ? undefined : t("lexicon.either")}
          >
            {(control) => (
              <Input
                {...control}
                dir={name === "ipa" ? "ltr" : "rtl"}
                required={name === "word"}
                maxLength={name === "word" ? 100 : 200}
                autoComplete="off"
                data-testid={`lexicon-${name}`}
                value={written[name]}
                onChange={(event) => setWritten({ ...written, [name]: event.target.value })}
              />
            )}
          </Field>
        ))}
      </div>
      <Button
        type="submit"
        look="primary"
        busy={keep.isPending}
        className="justify-self-start"
        data-testid="lexicon-add"
      >
        <Plus aria-hidden className="size-5" />
        {t("lexicon.add")}
      </Button>
      <ErrorMessage error={keep.error} />
    </form>
  );
}
