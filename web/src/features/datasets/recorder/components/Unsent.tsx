import { CloudUpload } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/Button";
import { Card, CardHeading } from "@/components/ui/Card";
import { useSentence } from "@/components/ui/ErrorMessage";
import type { Outbox, OutboxState } from "../outbox/Outbox";

/** Takes that are kept in this browser until the server has them. */
export function Unsent({ outbox, state: { takes, stalled } }: { outbox: Outbox; state: OutboxState }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const refused = takes.filter(({ refusal }) => refusal !== null);
  if (!stalled && refused.length === 0) return null;
  return (
    <Card aria-labelledby="recorder-unsent" data-testid="recorder-unsent">
      <CardHeading
        id="recorder-unsent"
        note={t("recorder.unsentNote")}
        actions={
          stalled && (
            <Button size="small" onClick={() => void outbox.run()}>
              <CloudUpload aria-hidden className="size-4" />
              {t("recorder.sendNow")}
            </Button>
          )
        }
      >
        {t("recorder.unsent", { count: takes.length })}
      </CardHeading>
      {stalled && <p className="text-sm text-warning">{sentence(stalled)}</p>}
      <ul className="grid gap-2">
        {refused.map(({ id, prompt, refusal }) => (
          <li key={id} className="grid gap-1 text-sm">
            <span dir="rtl" lang="fa">
              {prompt.text}
            </span>
            <span className="text-danger">{refusal}</span>
            <Button
              size="small"
              className="justify-self-start"
              onClick={() => void outbox.discard(id)}
              aria-label={t("recorder.discardNamed", { text: prompt.text })}
            >
              {t("recorder.discard")}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
