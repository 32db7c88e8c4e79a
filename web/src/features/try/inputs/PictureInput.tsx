import { Image } from "lucide-react";
import { useEffect, useEffectEvent, useRef, useState, type DragEvent } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/Button";
import { Field } from "@/components/ui/Field";
import { Input } from "@/components/ui/Input";
import { Select } from "@/components/ui/Select";
import { numbersIn } from "@/inpage/models/features/numbers";
import type { PictureShape } from "@/inpage/models/features/picture";
import type { Scaling } from "@/inpage/models/types";
import { cn } from "@/lib/cn";
import type { Run } from "../useRun";
import { RunButton } from "./RunButton";

const SCALINGS = ["unit", "signed", "standard", "raw"] as const;
// Of the pictures of ImageNet, which most networks have learnt from.
const USUAL = { mean: "0.485, 0.456, 0.406", deviation: "0.229, 0.224, 0.225" };
const USUAL_SIDE = 224;

/** A picture to be told of: a file, dropped, or pasted. */
export function PictureInput({ shape, busy, onRun }: { shape: PictureShape; busy: boolean; onRun: Run }) {
  const { t } = useTranslation();
  const [picture, setPicture] = useState<File | null>(null);
  const [kind, setKind] = useState<Scaling["kind"]>("unit");
  const [standard, setStandard] = useState(USUAL);
  const [side, setSide] = useState(USUAL_SIDE);
  const [above, setAbove] = useState(false);
  const ask = (file: File) => {
    setPicture(file);
    const { width, height } = { width: shape.width ?? side, height: shape.height ?? side };
    onRun(() => ({ kind: "picture", picture: file, width, height, scaling: scalingOf(kind, standard) }));
  };
  usePaste(ask);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setAbove(false);
    const [file] = event.dataTransfer.files;
    if (file) ask(file);
  };
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- dropping is one more way; the button is for everyone
    <form
      className={cn("grid gap-4 rounded-xl", above && "bg-accent-soft outline-2 outline-accent")}
      onDragOver={(event) => {
        event.preventDefault();
        setAbove(true);
      }}
      onDragLeave={() => setAbove(false)}
      onDrop={drop}
      onSubmit={(event) => {
        event.preventDefault();
        if (picture) ask(picture);
      }}
    >
      <p className="text-sm text-ink-soft">{t("try.pictureNote")}</p>
      <div className="flex flex-wrap items-end gap-4">
        <PictureFile onFile={ask} />
        {picture && <Preview file={picture} />}
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t("try.scaling")} hint={t("try.scalingNote")}>
          {(control) => (
            <Select
              {...control}
              data-testid="try-scaling"
              value={kind}
              options={SCALINGS.map((value) => ({ value, label: t(`try.scalings.${value}`) }))}
              onChoose={(value) => setKind(value as Scaling["kind"])}
            />
          )}
        </Field>
        {(shape.width === null || shape.height === null) && (
          <Field label={t("try.side")}>
            {(control) => (
              <Input
                {...control}
                type="number"
                min={1}
                max={4096}
                value={side}
                onChange={({ target }) => setSide(Math.min(4096, Math.max(1, target.valueAsNumber || 1)))}
              />
            )}
          </Field>
        )}
        {kind === "standard" &&
          (["mean", "deviation"] as const).map((name) => (
            <Field key={name} label={t(`try.${name}`)}>
              {(control) => (
                <Input
                  {...control}
                  dir="ltr"
                  value={standard[name]}
                  onChange={({ target }) => setStandard({ ...standard, [name]: target.value })}
                />
              )}
            </Field>
          ))}
      </div>
      {picture && <RunButton busy={busy} />}
    </form>
  );
}

function scalingOf(kind: Scaling["kind"], { mean, deviation }: typeof USUAL): Scaling {
  if (kind !== "standard") return { kind };
  return { kind, mean: numbersIn(mean) ?? [], deviation: numbersIn(deviation) ?? [] };
}

/** Hands on a picture that is pasted anywhere on the page. */
function usePaste(onFile: (file: File) => void): void {
  const paste = useEffectEvent(({ clipboardData }: ClipboardEvent) => {
    const file = [...(clipboardData?.files ?? [])].find(({ type }) => type.startsWith("image/"));
    if (file) onFile(file);
  });
  useEffect(() => {
    const hear = (event: ClipboardEvent) => paste(event);
    document.addEventListener("paste", hear);
    return () => document.removeEventListener("paste", hear);
  }, []);
}

function Preview({ file }: { file: File }) {
  const image = useRef<HTMLImageElement>(null);
  useEffect(() => {
    const address = URL.createObjectURL(file);
    if (image.current) image.current.src = address;
    return () => URL.revokeObjectURL(address);
  }, [file]);
  return <img ref={image} alt={file.name} className="max-h-32 max-w-full rounded-xl border border-line" />;
}

function PictureFile({ onFile }: { onFile: (file: File) => void }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button onClick={() => input.current?.click()}>
        <Image aria-hidden className="size-5" />
        {t("try.pictureFile")}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept="image/*"
        data-testid="try-picture-file"
        aria-label={t("try.pictureFile")}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          target.value = "";
          if (file) onFile(file);
        }}
      />
    </>
  );
}
