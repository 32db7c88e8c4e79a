import { Link } from "@tanstack/react-router";
import { FolderOpen, FlaskConical } from "lucide-react";
import { useRef, useState, type DragEvent } from "react";
import { useTranslation } from "react-i18next";
import { Button, buttonLook } from "@/components/ui/Button";
import { Card, CardHeading } from "@/components/ui/Card";
import { EmptyState } from "@/components/ui/EmptyState";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { Field } from "@/components/ui/Field";
import { Select } from "@/components/ui/Select";
import { Skeleton } from "@/components/ui/Skeleton";
import { cn } from "@/lib/cn";
import { useTryable } from "../api/installed";

interface ChooseModelProps {
  chosen: string | undefined;
  onInstalled: (id: string) => void;
  onFiles: (files: File[]) => void;
}

/** Which model is tried: one that is installed, or files chosen or dropped. */
export function ChooseModel({ chosen, onInstalled, onFiles }: ChooseModelProps) {
  const { t } = useTranslation();
  const [above, setAbove] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setAbove(false);
    const files = [...event.dataTransfer.files];
    if (files.length > 0) onFiles(files);
  };
  return (
    <Card
      aria-labelledby="try-model"
      data-testid="try-choose"
      className={cn(above && "border-accent bg-accent-soft")}
      onDragOver={(event) => {
        event.preventDefault();
        setAbove(true);
      }}
      onDragLeave={() => setAbove(false)}
      onDrop={drop}
    >
      <CardHeading id="try-model" note={t("try.modelNote")}>
        {t("try.model")}
      </CardHeading>
      <div className="grid gap-4">
        <Installed chosen={chosen} onChoose={onInstalled} />
        <FromDisk onFiles={onFiles} />
      </div>
    </Card>
  );
}

function Installed({ chosen, onChoose }: { chosen: string | undefined; onChoose: (id: string) => void }) {
  const { t } = useTranslation();
  const { data, error, isPending, refetch } = useTryable();
  if (isPending) return <Skeleton lines={2} />;
  if (!data) return <ErrorMessage error={error} onRetry={() => void refetch()} />;
  if (data.length === 0) return <NothingInstalled />;
  const options = data.map(({ id, name, format }) => ({
    value: id,
    label: format === null || format === "unknown" ? name : `${name} (${kindName(format)})`,
  }));
  return (
    <Field label={t("try.installed")}>
      {(control) => (
        <Select
          {...control}
          data-testid="try-installed"
          value={data.some(({ id }) => id === chosen) ? chosen : ""}
          options={[{ value: "", label: t("try.chooseInstalled") }, ...options]}
          onChoose={(id) => id !== "" && onChoose(id)}
        />
      )}
    </Field>
  );

  function kindName(format: string): string {
    return format === "classifier" || format === "tfjs" ? t(`try.format.${format}`) : format;
  }
}

function NothingInstalled() {
  const { t } = useTranslation();
  return (
    <EmptyState icon={FlaskConical} title={t("try.empty")}>
      <p>{t("try.emptyNote")}</p>
      <p className="mt-3 flex flex-wrap justify-center gap-2">
        <Link to="/training" className={buttonLook({ size: "small" })}>
          {t("try.toTraining")}
        </Link>
        <Link to="/models" className={buttonLook({ size: "small" })}>
          {t("try.toModels")}
        </Link>
      </p>
    </EmptyState>
  );
}

function FromDisk({ onFiles }: { onFiles: (files: File[]) => void }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button onClick={() => input.current?.click()}>
        <FolderOpen aria-hidden className="size-5" />
        {t("try.fromDisk")}
      </Button>
      <p className="min-w-0 flex-1 basis-64 text-sm text-ink-soft">{t("try.fromDiskNote")}</p>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        data-testid="try-files"
        aria-label={t("try.fromDisk")}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          target.value = "";
          if (files.length > 0) onFiles(files);
        }}
      />
    </div>
  );
}
