import { useNavigate } from "@tanstack/react-router";
import { Copy } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/Button";
import { Card, CardHeading } from "@/components/ui/Card";
import { Facts } from "@/components/ui/Facts";
import { Tooltip } from "@/components/ui/Tooltip";
import { useFormat } from "@/lib/format";
import { announce } from "@/lib/toasts";
import type { Dataset } from "../api/shapes";
import { DeleteDataset } from "./DeleteDataset";
import { ExportCard } from "./ExportCard";
import { NameForm } from "./NameForm";

const MB = 1_000_000;

/** What a dataset is: its name and licence, its version, and the ways to take it along or away. */
export function AboutTab({ dataset }: { dataset: Dataset }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-2">
      <Card aria-labelledby="about">
        <CardHeading
          id="about"
          actions={<DeleteDataset dataset={dataset} onDeleted={() => void navigate({ to: "/datasets" })} />}
        >
          {t("datasets.aboutTitle")}
        </CardHeading>
        <NameForm key={dataset.name} dataset={dataset} />
      </Card>
      <FactsCard dataset={dataset} />
      <VersionCard dataset={dataset} />
      <ExportCard dataset={dataset} />
    </div>
  );
}

function FactsCard({ dataset }: { dataset: Dataset }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { layout, source, consent } = dataset.metadata;
  const rows = [
    [t("datasets.created"), format.dateTime(dataset.created_at)],
    [t("datasets.total"), format.number(dataset.record_count)],
    [t("datasets.size"), format.bytes(dataset.size_mb * MB)],
    [t("datasets.consentGiven"), consent ?? t("datasets.consentOpen")],
    ...(layout ? [[t("datasets.layout"), layout] as const] : []),
    ...(source ? [[t("datasets.source"), source] as const] : []),
  ] as const;
  return (
    <Card aria-labelledby="facts">
      <CardHeading id="facts">{t("datasets.facts")}</CardHeading>
      <Facts rows={rows} />
    </Card>
  );
}

function VersionCard({ dataset }: { dataset: Dataset }) {
  const { t } = useTranslation();
  const { version } = dataset.metadata;
  const copy = async (text: string) => {
    await navigator.clipboard.writeText(text);
    announce(t("datasets.copied"));
  };
  return (
    <Card aria-labelledby="version">
      <CardHeading id="version" note={t("datasets.versionNote")}>
        {t("datasets.version")}
      </CardHeading>
      {version && (
        <div className="flex items-center gap-2 rounded-xl bg-sunken ps-4">
          <code dir="ltr" data-testid="dataset-version" className="grow truncate text-sm">
            {version}
          </code>
          <Tooltip text={t("datasets.copyVersion")}>
            <Button
              look="quiet"
              size="icon"
              aria-label={t("datasets.copyVersion")}
              onClick={() => void copy(version)}
            >
              <Copy aria-hidden className="size-5" />
            </Button>
          </Tooltip>
        </div>
      )}
      <h3 className="mt-4 font-medium">{t("datasets.split")}</h3>
      <p className="text-sm text-ink-soft">{t("datasets.splitNote")}</p>
    </Card>
  );
}
