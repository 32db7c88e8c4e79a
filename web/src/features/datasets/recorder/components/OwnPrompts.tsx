import { FileText } from "lucide-react";
import { useRef, useState, type SyntheticEvent } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/Button";
import { Dialog } from "@/components/ui/Dialog";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { Field } from "@/components/ui/Field";
import { controlLook } from "@/components/ui/Input";
import { cn } from "@/lib/cn";
import { useFormat } from "@/lib/format";
import { announce } from "@/lib/toasts";
import { useKeepPrompts } from "../api/recording";
import { decoded, linesOf } from "../lines";

interface OwnPromptsProps {
  datasetId: string;
  /** Other sentences are read from now on. */
  onChange: () => void;
}

/** Has sentences of one's own read: from a text file, or pasted. */
export function OwnPrompts({ datasetId, onChange }: OwnPromptsProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  const done = () => {
    close();
    onChange();
  };
  return (
    <>
      <Button className="justify-self-start" data-testid="recorder-own" onClick={() => setOpen(true)}>
        <FileText aria-hidden className="size-5" />
        {t("recorder.own")}
      </Button>
      <Dialog
        open={open}
        onClose={close}
        wide
        title={t("recorder.own")}
        description={t("recorder.ownDescription")}
      >
        <OwnForm datasetId={datasetId} onDone={done} />
      </Dialog>
    </>
  );
}

function OwnForm({ datasetId, onDone }: { datasetId: string; onDone: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [text, setText] = useState("");
  const keep = useKeepPrompts(datasetId);
  const lines = linesOf(text);
  const send = (given: string[], message: string) =>
    keep.mutate(given, {
      onSuccess: () => {
        announce(message);
        onDone();
      },
    });
  const handle = (event: SyntheticEvent) => {
    event.preventDefault();
    send(lines, t("recorder.ownKept", { count: lines.length }));
  };
  return (
    <form className="grid gap-4" onSubmit={handle}>
      <Field
        label={t("recorder.ownText")}
        hint={t("recorder.ownCount", { count: lines.length, number: format.number(lines.length) })}
      >
        {(control) => (
          <textarea
            {...control}
            dir="rtl"
            lang="fa"
            rows={8}
            required
            data-testid="recorder-own-text"
            className={cn(controlLook, "py-2.5")}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        )}
      </Field>
      <ErrorMessage error={keep.error} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" busy={keep.isPending} data-testid="recorder-own-keep">
          {t("recorder.ownKeep")}
        </Button>
        <FileButton onText={setText} />
        <Button look="quiet" onClick={() => send([], t("recorder.ownGone"))}>
          {t("recorder.ownBack")}
        </Button>
      </div>
    </form>
  );
}

function FileButton({ onText }: { onText: (text: string) => void }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button onClick={() => input.current?.click()}>{t("recorder.ownFile")}</Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".txt,text/plain"
        aria-label={t("recorder.ownFile")}
        data-testid="recorder-own-file"
        onChange={async ({ target }) => {
          const [file] = target.files ?? [];
          if (file) onText(decoded(await file.arrayBuffer()));
          target.value = "";
        }}
      />
    </>
  );
}
