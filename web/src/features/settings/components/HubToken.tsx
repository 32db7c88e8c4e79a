import { useState, type SyntheticEvent } from "react";
import { useTranslation } from "react-i18next";
import { useCheckToken, useForgetToken, useKeepToken } from "@/features/settings/api/hub";
import { TokenVerdict } from "@/features/settings/components/TokenVerdict";
import { Button } from "@/components/ui/Button";
import { ConfirmDialog } from "@/components/ui/ConfirmDialog";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { Field } from "@/components/ui/Field";
import { Input } from "@/components/ui/Input";
import type { HubSettings } from "@/lib/hub";

/** The token of the Hub: given once, afterwards known by its last letters only. */
export function HubToken({ settings }: { settings: HubSettings }) {
  return settings.huggingface_token_set ? <KeptToken settings={settings} /> : <TokenForm />;
}

function TokenForm() {
  const { t } = useTranslation();
  const [token, setToken] = useState("");
  const keep = useKeepToken();
  function handle(event: SyntheticEvent) {
    event.preventDefault();
    keep.mutate(token.trim());
  }
  return (
    <form className="grid gap-3" onSubmit={handle}>
      <div className="grid items-end gap-3 sm:grid-cols-[1fr_auto]">
        <Field label={t("hub.token")} hint={t("hub.tokenHint")}>
          {(control) => (
            <Input
              {...control}
              type="password"
              dir="ltr"
              required
              autoComplete="off"
              data-testid="hub-token"
              placeholder="hf_…"
              value={token}
              onChange={(event) => setToken(event.target.value)}
            />
          )}
        </Field>
        <Button
          type="submit"
          look="primary"
          className="sm:mb-7.5"
          data-testid="hub-token-save"
          busy={keep.isPending}
        >
          {t("hub.keep")}
        </Button>
      </div>
      <ErrorMessage error={keep.error} />
    </form>
  );
}

function KeptToken({ settings }: { settings: HubSettings }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const check = useCheckToken();
  const forget = useForgetToken();
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <div className="me-auto">
          <p className="text-sm font-medium">{t("hub.token")}</p>
          <p data-testid="hub-token-hint">
            <bdi dir="ltr" className="font-mono">
              hf_…{settings.huggingface_token_hint}
            </bdi>
          </p>
        </div>
        <Button data-testid="hub-token-check" busy={check.isPending} onClick={() => check.mutate()}>
          {t("hub.check")}
        </Button>
        <Button look="quiet" data-testid="hub-token-delete" onClick={() => setAsking(true)}>
          {t("action.delete")}
        </Button>
      </div>
      <TokenVerdict check={check.data} valid={settings.huggingface_token_valid} />
      <ErrorMessage error={check.error} />
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t("hub.deleteTitle")}
        description={t("hub.deleteNote")}
        action={t("action.delete")}
        busy={forget.isPending}
        error={forget.error}
        onConfirm={() => forget.mutate()}
      />
    </div>
  );
}
