import { useState, type SyntheticEvent } from "react";
import { useTranslation } from "react-i18next";
import { useChangeHub } from "@/features/settings/api/hub";
import { Button } from "@/components/ui/Button";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { Field } from "@/components/ui/Field";
import { Input } from "@/components/ui/Input";
import { Select } from "@/components/ui/Select";
import { Switch } from "@/components/ui/Switch";
import { useFormat } from "@/lib/format";
import type { HubSettings } from "@/lib/hub";

const AT_ONCE = [1, 2, 3, 4, 6, 8, 12, 16];
const SLOWEST_KBPS = 8;
const FASTEST_KBPS = 10_000_000;

/** How many downloads run at once, how much of the line they take, and whether a voice comes by itself. */
export function HubLimits({ settings }: { settings: HubSettings }) {
  const { t } = useTranslation();
  const format = useFormat();
  const change = useChangeHub();
  const most = settings.max_concurrent_downloads;
  const choices = AT_ONCE.includes(most) ? AT_ONCE : [...AT_ONCE, most].sort((a, b) => a - b);
  return (
    <div className="grid gap-5">
      <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
        <Field label={t("hub.atOnce")}>
          {(control) => (
            <Select
              {...control}
              data-testid="hub-at-once"
              value={String(most)}
              disabled={change.isPending}
              onChoose={(value) => change.mutate({ max_concurrent_downloads: Number(value) })}
              options={choices.map((count) => ({ value: String(count), label: format.number(count) }))}
            />
          )}
        </Field>
        <Bandwidth
          key={settings.settings.max_bandwidth_kbps}
          value={settings.settings.max_bandwidth_kbps ?? null}
          busy={change.isPending}
          onSet={(max_bandwidth_kbps) => change.mutate({ settings: { max_bandwidth_kbps } })}
        />
      </div>
      <Switch
        label={t("hub.autoDownload")}
        note={t("hub.autoDownloadNote")}
        checked={settings.auto_download}
        disabled={change.isPending}
        onSwitch={(auto_download) => change.mutate({ auto_download })}
      />
      <ErrorMessage error={change.error} />
    </div>
  );
}

interface BandwidthProps {
  value: number | null;
  busy: boolean;
  onSet: (kbps: number | null) => void;
}

function Bandwidth({ value, busy, onSet }: BandwidthProps) {
  const { t } = useTranslation();
  const [written, setWritten] = useState(value === null ? "" : String(value));
  function handle(event: SyntheticEvent) {
    event.preventDefault();
    onSet(written === "" ? null : Number(written));
  }
  return (
    <form className="grid grid-cols-[1fr_auto] items-end gap-2" onSubmit={handle}>
      <Field label={t("hub.bandwidth")}>
        {(control) => (
          <Input
            {...control}
            type="number"
            dir="ltr"
            data-testid="hub-bandwidth"
            min={SLOWEST_KBPS}
            max={FASTEST_KBPS}
            placeholder={t("hub.unlimited")}
            value={written}
            onChange={(event) => setWritten(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" busy={busy} aria-label={t("hub.setBandwidth")}>
        {t("hub.set")}
      </Button>
    </form>
  );
}
