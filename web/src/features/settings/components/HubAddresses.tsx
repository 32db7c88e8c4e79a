import { useState, type SyntheticEvent } from "react";
import { useTranslation } from "react-i18next";
import { useChangeHub } from "@/features/settings/api/hub";
import { HubAddress } from "@/features/settings/components/HubAddress";
import { Button } from "@/components/ui/Button";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { Field } from "@/components/ui/Field";
import { Input } from "@/components/ui/Input";
import type { HubSettings } from "@/lib/hub";
import { moved } from "../order";

/** Where models are looked for, in order: one's own addresses, then those of the installation. */
export function HubAddresses({ settings }: { settings: HubSettings }) {
  const { t } = useTranslation();
  const change = useChangeHub();
  const own = settings.settings.hub_endpoints;
  const set = (hub_endpoints: string[]) => change.mutate({ settings: { hub_endpoints } });
  return (
    <section aria-label={t("hub.addresses")} className="grid gap-3">
      <div>
        <h3 className="font-medium">{t("hub.addresses")}</h3>
        <p className="text-sm text-ink-soft">{t("hub.addressesNote")}</p>
      </div>
      <ol className="divide-y divide-line rounded-xl border border-line">
        {own.map((url, n) => (
          <HubAddress
            key={url}
            url={url}
            first={n === 0}
            last={n === own.length - 1}
            busy={change.isPending}
            onMove={(by) => set(moved(own, n, by))}
            onRemove={() => set(own.filter((other) => other !== url))}
          />
        ))}
        {settings.installation_endpoints
          .filter((url) => !own.includes(url))
          .map((url) => (
            <li key={url} className="flex min-h-13 flex-wrap items-center justify-between gap-x-3 px-4 py-2">
              <bdi dir="ltr" className="min-w-0 break-all">
                {url}
              </bdi>
              <span className="text-sm text-ink-soft">{t("hub.installation")}</span>
            </li>
          ))}
      </ol>
      <AddressForm onAdd={(url) => set([...own.filter((other) => other !== url), url])} />
      <ErrorMessage error={change.error} />
    </section>
  );
}

function AddressForm({ onAdd }: { onAdd: (url: string) => void }) {
  const { t } = useTranslation();
  const [url, setUrl] = useState("");
  function handle(event: SyntheticEvent) {
    event.preventDefault();
    onAdd(url.trim());
    setUrl("");
  }
  return (
    <form className="grid items-end gap-3 sm:grid-cols-[1fr_auto]" onSubmit={handle}>
      <Field label={t("hub.newAddress")}>
        {(control) => (
          <Input
            {...control}
            type="url"
            dir="ltr"
            required
            autoComplete="off"
            data-testid="hub-address"
            placeholder="https://"
            value={url}
            onChange={(event) => setUrl(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" data-testid="hub-address-add">
        {t("hub.add")}
      </Button>
    </form>
  );
}
