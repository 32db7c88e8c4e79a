import { FileText, X } from "lucide-react";
import { useId, useRef, useState, type RefObject } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/Button";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { cn } from "@/lib/cn";
import { useFormat } from "@/lib/format";
import { Problem } from "@/lib/problem";
import { countCharacters, LONGEST_TEXT } from "../text/offsets";
import { readTextFile } from "../text/readTextFile";
import { SAMPLES } from "./samples";

interface TextFieldProps {
  value: string;
  onChange: (text: string) => void;
  field: RefObject<HTMLTextAreaElement | null>;
}

/** Where the text is written, dropped as a file, or begun from a sample. */
export function TextField({ value, onChange, field }: TextFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const [dragged, setDragged] = useState(false);
  const { failure, open } = useTextFile(onChange);
  return (
    <div>
      <label htmlFor={id} className="sr-only">
        {t("speak.text")}
      </label>
      <textarea
        id={id}
        ref={field}
        data-testid="speak-text"
        dir="auto"
        value={value}
        placeholder={t("speak.placeholder")}
        aria-describedby={`${id}-count`}
        aria-keyshortcuts="Control+Enter Meta+Enter"
        className={cn(
          "field-sizing-content max-h-[50vh] min-h-32 w-full resize-y rounded-t-2xl bg-surface px-5 py-4 text-xl leading-loose placeholder:text-ink-soft sm:min-h-44 sm:px-6 rtl:placeholder-shown:[direction:rtl]",
          dragged && "bg-accent-soft",
        )}
        onChange={(event) => {
          onChange(event.target.value);
        }}
        onDragOver={(event) => {
          setDragged(event.dataTransfer.types.includes("Files"));
        }}
        onDragLeave={() => {
          setDragged(false);
        }}
        onDrop={(event) => {
          setDragged(false);
          const file = event.dataTransfer.files[0];
          if (!file) return;
          event.preventDefault();
          void open(file);
        }}
      />
      {value === "" && <Samples onChoose={onChange} />}
      <div className="flex flex-wrap items-center gap-x-1 border-y border-line bg-sunken/50 px-3 py-1 sm:px-4">
        <FileButton onOpen={open} />
        {value !== "" && (
          <Button
            look="quiet"
            size="small"
            onClick={() => {
              onChange("");
              field.current?.focus();
            }}
          >
            <X aria-hidden className="size-4" />
            {t("speak.clear")}
          </Button>
        )}
        <Count id={`${id}-count`} count={countCharacters(value)} />
      </div>
      <ErrorMessage className="mx-5 mt-4 sm:mx-6" error={failure} />
    </div>
  );
}

/** Opens a text file into the field; `failure` when the last one was no text. */
function useTextFile(onText: (text: string) => void) {
  const { t } = useTranslation();
  const [failure, setFailure] = useState<Problem | null>(null);
  const open = async (file: File) => {
    try {
      onText(await readTextFile(file));
      setFailure(null);
    } catch {
      setFailure(new Problem({ status: 0, code: "file_unreadable", detail: t("speak.notText") }));
    }
  };
  return { failure, open };
}

function FileButton({ onOpen }: { onOpen: (file: File) => Promise<void> }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button look="quiet" size="small" onClick={() => input.current?.click()}>
        <FileText aria-hidden className="size-4" />
        {t("speak.openFile")}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".txt,.md,.ssml,.xml,text/plain"
        hidden
        aria-label={t("speak.openFile")}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = "";
          if (file) void onOpen(file);
        }}
      />
    </>
  );
}

function Samples({ onChoose }: { onChoose: (text: string) => void }) {
  const { t } = useTranslation();
  return (
    <div className="flex flex-wrap items-center gap-2 bg-surface px-5 pb-4 sm:px-6">
      <span className="text-sm text-ink-soft">{t("speak.try")}</span>
      {SAMPLES.map(({ name, text }) => (
        <button
          key={name}
          type="button"
          data-testid="speak-sample"
          className="min-h-9 rounded-full bg-accent-soft px-4 text-sm font-medium text-accent-strong hover:bg-accent hover:text-on-accent"
          onClick={() => {
            onChoose(text);
          }}
        >
          {t(`speak.sample.${name}`)}
        </button>
      ))}
    </div>
  );
}

function Count({ id, count }: { id: string; count: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const tooLong = count > LONGEST_TEXT;
  return (
    <p id={id} className={cn("ms-auto text-sm", tooLong ? "font-medium text-danger" : "text-ink-soft")}>
      {t(tooLong ? "speak.tooLong" : "speak.count", {
        characters: format.number(count),
        limit: format.number(LONGEST_TEXT),
      })}
    </p>
  );
}
