import { useNavigate } from "@tanstack/react-router";
import { Mic } from "lucide-react";
import { useState, type SyntheticEvent } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/Button";
import { Card, CardHeading } from "@/components/ui/Card";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { Field } from "@/components/ui/Field";
import { Input } from "@/components/ui/Input";
import { recorderOf } from "../address";
import { useCreateEmpty } from "../api/datasets";
import { NO_TERMS, TermsFields } from "./components/TermsFields";

/** Makes a dataset to record into, once consent and licence are known, and goes to its recording studio. */
export function NewRecording() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [name, setName] = useState("");
  const [terms, setTerms] = useState(NO_TERMS);
  const make = useCreateEmpty();
  const handle = (event: SyntheticEvent) => {
    event.preventDefault();
    make.mutate(
      { ...terms, name: name.trim(), type: "audio" },
      { onSuccess: ({ id }) => void navigate({ to: recorderOf(id) }) },
    );
  };
  return (
    <Card aria-labelledby="new-recording">
      <CardHeading id="new-recording" note={t("recorder.newNote")}>
        {t("recorder.new")}
      </CardHeading>
      <form className="grid gap-4" onSubmit={handle}>
        <Field label={t("recorder.name")}>
          {(control) => (
            <Input
              {...control}
              dir="auto"
              required
              maxLength={200}
              data-testid="recorder-new-name"
              value={name}
              placeholder={t("recorder.nameExample")}
              onChange={({ target }) => setName(target.value)}
            />
          )}
        </Field>
        <TermsFields value={terms} onChange={setTerms} />
        <ErrorMessage error={make.error} />
        <Button type="submit" className="justify-self-start" data-testid="recorder-new" busy={make.isPending}>
          <Mic aria-hidden className="size-5" />
          {t("recorder.start")}
        </Button>
      </form>
    </Card>
  );
}
