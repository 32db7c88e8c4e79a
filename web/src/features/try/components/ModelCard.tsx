import { useTranslation } from "react-i18next";
import { Card, CardHeading } from "@/components/ui/Card";
import { Facts } from "@/components/ui/Facts";
import { Field } from "@/components/ui/Field";
import { Select } from "@/components/ui/Select";
import type { Found, TensorSpec } from "@/inpage/models/types";
import { useFormat } from "@/lib/format";
import type { Opened } from "../useModel";

/** What the model is that is in memory: what runs it, what goes in, what comes out. */
export function ModelCard({ opened, onOther }: { opened: Opened; onOther: (found: Found) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { source, found, models, model, description, labels } = opened;
  const { card } = model;
  const validation = description?.validation;
  return (
    <Card aria-labelledby="try-card" data-testid="try-card" data-kind={card.kind} data-backend={card.backend}>
      <CardHeading id="try-card">
        <bdi>{source.name}</bdi>
      </CardHeading>
      <div className="grid gap-4">
        {models.length > 1 && (
          <Field label={t("try.runsWith")}>
            {(control) => (
              <Select
                {...control}
                data-testid="try-runtime"
                value={found.path}
                options={models.map(({ kind, path }) => ({ value: path, label: t(`try.kind.${kind}`) }))}
                onChoose={(path) => onOther(models.find((other) => other.path === path) ?? found)}
              />
            )}
          </Field>
        )}
        <Facts
          rows={[
            [t("try.runtime"), t(`try.kind.${card.kind}`)],
            [t("try.computes"), t(`try.backend.${backendOf(card.backend)}`)],
            [t("try.size"), format.bytes(card.bytes)],
            ...(labels ? ([[t("try.labels"), format.number(labels.length)]] as const) : []),
            ...(validation
              ? ([[t("try.accuracy"), format.percent(100 * validation.accuracy)]] as const)
              : []),
          ]}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <Specs title={t("try.inputs")} specs={card.inputs} />
          <Specs title={t("try.outputs")} specs={card.outputs} />
        </div>
      </div>
    </Card>
  );
}

function Specs({ title, specs }: { title: string; specs: readonly TensorSpec[] }) {
  return (
    <div className="min-w-0">
      <h3 className="text-sm text-ink-soft">{title}</h3>
      <ul className="grid gap-1">
        {specs.map(({ name, dtype, shape }) => (
          <li key={name} className="break-words">
            <bdi dir="ltr" className="font-mono text-sm">
              {`${name}: ${dtype} [${shape.map((side) => side ?? "?").join(", ")}]`}
            </bdi>
          </li>
        ))}
      </ul>
    </div>
  );
}

function backendOf(backend: string): "cpu" | "wasm" {
  return backend === "wasm" ? "wasm" : "cpu";
}
