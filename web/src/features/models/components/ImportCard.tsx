import { FolderInput, X } from "lucide-react";
import { useRef, useState, type DragEvent } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/Button";
import { Card, CardHeading } from "@/components/ui/Card";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { Progress } from "@/components/ui/Progress";
import { cn } from "@/lib/cn";
import { useFormat } from "@/lib/format";
import { Problem } from "@/lib/problem";
import { announce } from "@/lib/toasts";
import { useImport } from "../api/useImport";
import { sortFiles } from "../pairs";

/** Takes in a bundle or the files of a voice: chosen, or dropped on the card. */
export function ImportCard() {
  const { t } = useTranslation();
  const { take, wrong, coming } = useFiles();
  const [above, setAbove] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setAbove(false);
    take([...event.dataTransfer.files]);
  };
  return (
    <Card
      aria-labelledby="import"
      className={cn(above && "border-accent bg-accent-soft")}
      onDragOver={(event) => {
        event.preventDefault();
        setAbove(true);
      }}
      onDragLeave={() => setAbove(false)}
      onDrop={drop}
    >
      <CardHeading id="import" note={t("models.importNote")}>
        {t("models.import")}
      </CardHeading>
      <div className="grid gap-3">
        {coming.isPending ? (
          <Coming progress={coming.progress} onCancel={coming.cancel} />
        ) : (
          <Choose onTake={take} />
        )}
        <ErrorMessage error={wrong ?? coming.error} />
      </div>
    </Card>
  );
}

/** Files on their way in; `wrong` when they cannot be what they should be. */
function useFiles() {
  const { t } = useTranslation();
  const [wrong, setWrong] = useState<Problem | null>(null);
  const coming = useImport();
  const take = (files: File[]) => {
    const parcel = sortFiles(files);
    if ("wrong" in parcel) {
      const detail = t(`models.wrongFiles.${parcel.wrong}`, { name: parcel.name });
      setWrong(new Problem({ status: 0, code: "files_wrong", detail }));
      return;
    }
    setWrong(null);
    coming.mutate(parcel.files, {
      onSuccess: (models) =>
        announce(t("models.imported", { name: models.map(({ name }) => name).join("، ") })),
    });
  };
  return { take, wrong, coming };
}

function Coming({ progress, onCancel }: { progress: number; onCancel: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="flex items-center gap-3">
      <Progress
        data-testid="import-progress"
        className="grow"
        value={progress}
        label={t("models.importProgress")}
        valueText={format.percent(progress)}
      />
      <Button size="small" look="quiet" data-testid="import-cancel" onClick={onCancel}>
        <X aria-hidden className="size-4" />
        {t("models.cancel")}
      </Button>
    </div>
  );
}

function Choose({ onTake }: { onTake: (files: File[]) => void }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button className="justify-self-start" onClick={() => input.current?.click()}>
        <FolderInput aria-hidden className="size-5" />
        {t("models.chooseFiles")}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        data-testid="model-import"
        accept=".tar,.onnx,.json"
        aria-label={t("models.chooseFiles")}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          target.value = "";
          if (files.length > 0) onTake(files);
        }}
      />
    </>
  );
}
