import { FileUp, X } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/Button";
import { Card, CardHeading } from "@/components/ui/Card";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { Progress } from "@/components/ui/Progress";
import { useFormat } from "@/lib/format";
import { Problem } from "@/lib/problem";
import { useUpload } from "../api/useUpload";
import { ACCEPTED, kindOf, sortFiles, titleOf } from "../parcel";
import { useWelcome } from "../useWelcome";
import { SAID_NOTHING, UploadFields, type Said } from "./UploadFields";

const ALL = 100;

/** Takes in a dataset from a file, chosen or dropped; what is said of it before goes along. */
export function UploadCard() {
  const { t } = useTranslation();
  const [said, setSaid] = useState(SAID_NOTHING);
  const { take, wrong, coming } = useFiles(said, () => setSaid(SAID_NOTHING));
  return (
    <Card aria-labelledby="upload">
      <CardHeading id="upload" note={t("datasets.uploadNote")}>
        {t("datasets.upload")}
      </CardHeading>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        {coming.isPending ? (
          <Coming name={coming.variables.name} progress={coming.progress} onCancel={coming.cancel} />
        ) : (
          <>
            <UploadFields said={said} onSay={setSaid} />
            <DropZone onTake={take} />
          </>
        )}
        <ErrorMessage error={wrong ?? coming.error} />
      </div>
    </Card>
  );
}

/** Files on their way in; `wrong` when they cannot be what they should be. */
function useFiles(said: Said, onDone: () => void) {
  const { t } = useTranslation();
  const [wrong, setWrong] = useState<Problem | null>(null);
  const coming = useUpload();
  const welcome = useWelcome();
  const take = (files: File[]) => {
    const parcel = sortFiles(files);
    if ("wrong" in parcel) {
      const detail = t(`datasets.wrongFiles.${parcel.wrong}`, { name: parcel.name });
      setWrong(new Problem({ status: 0, code: "files_wrong", detail }));
      return;
    }
    setWrong(null);
    const { file, script } = parcel;
    const { name, type, license, consent } = said;
    const sending = {
      name: name.trim() || titleOf(file.name),
      type: type || kindOf(file.name),
      license,
      consent: consent ? t("datasets.consent") : "",
      script: script ?? (said.script.trim() || null),
      file,
    };
    coming.mutate(sending, {
      onSuccess: (dataset) => {
        onDone();
        welcome(dataset);
      },
    });
  };
  return { take, wrong, coming };
}

interface ComingProps {
  name: string;
  progress: number;
  onCancel: () => void;
}

function Coming({ name, progress, onCancel }: ComingProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="grid gap-2">
      <p role="status">{progress < ALL ? t("datasets.sending", { name }) : t("datasets.sent")}</p>
      <div className="flex items-center gap-3">
        <Progress
          data-testid="upload-progress"
          className="grow"
          value={progress}
          label={t("datasets.progress", { name })}
          valueText={format.percent(progress)}
        />
        {/* Once it has arrived, it is given up where it stands in the list. */}
        {progress < ALL && (
          <Button size="small" look="quiet" data-testid="upload-cancel" onClick={onCancel}>
            <X aria-hidden className="size-4" />
            {t("datasets.cancel")}
          </Button>
        )}
      </div>
    </div>
  );
}

/** The browser's own file field, as large as the place one drops on. */
function DropZone({ onTake }: { onTake: (files: File[]) => void }) {
  const { t } = useTranslation();
  const [above, setAbove] = useState(false);
  return (
    <div
      className={`relative grid min-h-32 place-items-center gap-1 rounded-xl border-2 border-dashed p-4 text-center transition-colors has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent hover:bg-sunken ${above ? "border-accent bg-accent-soft" : "border-line-strong"}`}
    >
      <p aria-hidden className="grid justify-items-center gap-2 text-ink-soft">
        <FileUp className="size-8 text-accent" />
        {t("datasets.drop")}
      </p>
      <input
        type="file"
        multiple
        data-testid="dataset-upload"
        accept={ACCEPTED}
        aria-label={t("datasets.drop")}
        className="absolute inset-0 size-full cursor-pointer opacity-0"
        onDragEnter={() => setAbove(true)}
        onDragLeave={() => setAbove(false)}
        onDrop={() => setAbove(false)}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          target.value = "";
          if (files.length > 0) onTake(files);
        }}
      />
    </div>
  );
}
