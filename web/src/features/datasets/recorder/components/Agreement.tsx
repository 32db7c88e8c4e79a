import { useState, type SyntheticEvent } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/Button";
import { Card, CardHeading } from "@/components/ui/Card";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { useChangeDataset } from "../../api/datasets";
import { NO_TERMS, TermsFields } from "./TermsFields";

/** Asks for consent and licence where a dataset has none yet. */
export function Agreement({ datasetId, license }: { datasetId: string; license: string | null }) {
  const { t } = useTranslation();
  const [terms, setTerms] = useState({ ...NO_TERMS, license: license ?? NO_TERMS.license });
  const keep = useChangeDataset(datasetId);
  const handle = (event: SyntheticEvent) => {
    event.preventDefault();
    keep.mutate(terms);
  };
  return (
    <Card aria-labelledby="recorder-terms" className="max-w-xl">
      <CardHeading id="recorder-terms" note={t("recorder.termsNote")}>
        {t("recorder.terms")}
      </CardHeading>
      <form className="grid gap-4" onSubmit={handle}>
        <TermsFields value={terms} onChange={setTerms} />
        <ErrorMessage error={keep.error} />
        <Button
          type="submit"
          look="primary"
          className="justify-self-start"
          data-testid="recorder-agree"
          busy={keep.isPending}
        >
          {t("recorder.goOn")}
        </Button>
      </form>
    </Card>
  );
}
