import { ArrowDownToLine } from "lucide-react";
import { useState, type SyntheticEvent } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/Button";
import { Card, CardHeading } from "@/components/ui/Card";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { Field } from "@/components/ui/Field";
import { Input } from "@/components/ui/Input";
import { announce } from "@/lib/toasts";
import { usePull } from "../api/datasets";

const PATTERN = "[\\w.\\-]+/[\\w.\\-]+";

/** Brings a dataset from the Hub. */
export function PullCard() {
  const { t } = useTranslation();
  const [name, setName] = useState("");
  const pull = usePull();
  const handle = (event: SyntheticEvent) => {
    event.preventDefault();
    pull.mutate(name.trim(), {
      onSuccess: () => {
        announce(t("datasets.pulled", { name: name.trim() }));
        setName("");
      },
    });
  };
  return (
    <Card aria-labelledby="pull">
      <CardHeading id="pull" note={t("datasets.pullNote")}>
        {t("datasets.pull")}
      </CardHeading>
      <form className="grid gap-3" onSubmit={handle}>
        <Field label={t("datasets.pullName")}>
          {(control) => (
            <Input
              {...control}
              dir="ltr"
              required
              pattern={PATTERN}
              autoComplete="off"
              data-testid="dataset-pull-name"
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Button type="submit" className="justify-self-start" data-testid="dataset-pull" busy={pull.isPending}>
          <ArrowDownToLine aria-hidden className="size-5" />
          {t("datasets.pullStart")}
        </Button>
        <ErrorMessage error={pull.error} />
      </form>
    </Card>
  );
}
