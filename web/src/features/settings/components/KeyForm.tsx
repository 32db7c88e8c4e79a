import { Plus } from "lucide-react";
import { useState, type SyntheticEvent } from "react";
import { useTranslation } from "react-i18next";
import { useMakeKey, type NewKey } from "@/features/settings/api/keys";
import { Button } from "@/components/ui/Button";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { Field } from "@/components/ui/Field";
import { Input } from "@/components/ui/Input";
import { Select } from "@/components/ui/Select";

const DAY_MS = 86_400_000;
const LIFETIMES_DAYS = ["30", "90", "365"] as const;
const ENDLESS = "";

/** Names a new key and says how long it is good for. */
export function KeyForm({ onMade }: { onMade: (key: NewKey) => void }) {
  const { t } = useTranslation();
  const make = useMakeKey();
  const [name, setName] = useState("");
  const [days, setDays] = useState(ENDLESS);

  function handle(event: SyntheticEvent) {
    event.preventDefault();
    const expires = days === ENDLESS ? null : new Date(Date.now() + Number(days) * DAY_MS).toISOString();
    make.mutate(
      { name: name.trim(), expires_at: expires },
      {
        onSuccess: (key) => {
          setName("");
          onMade(key);
        },
      },
    );
  }

  return (
    <form className="grid gap-3" onSubmit={handle}>
      <div className="grid items-end gap-3 sm:grid-cols-[1fr_12rem_auto]">
        <Field label={t("keys.name")}>
          {(control) => (
            <Input
              {...control}
              value={name}
              maxLength={100}
              required
              placeholder={t("keys.nameExample")}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Field label={t("keys.lifetime")}>
          {(control) => (
            <Select
              {...control}
              value={days}
              onChoose={setDays}
              options={[
                { value: ENDLESS, label: t("keys.endless") },
                ...LIFETIMES_DAYS.map((value) => ({
                  value,
                  label: t("keys.days", { count: Number(value) }),
                })),
              ]}
            />
          )}
        </Field>
        <Button type="submit" look="primary" busy={make.isPending}>
          <Plus aria-hidden className="size-5" />
          {t("keys.make")}
        </Button>
      </div>
      <ErrorMessage error={make.error} />
    </form>
  );
}
