import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Field } from "@/components/ui/Field";
import { controlLook } from "@/components/ui/Input";
import type { Description } from "@/inpage/models/description";
import { cn } from "@/lib/cn";
import type { Run } from "../useRun";
import { RunButton } from "./RunButton";

/** A text to be told of. */
export function TextInput({
  description,
  busy,
  onRun,
}: {
  description: Description;
  busy: boolean;
  onRun: Run;
}) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        onRun(() => ({ kind: "text", text, description }));
      }}
    >
      <Field label={t("try.text")}>
        {(control) => (
          <textarea
            {...control}
            dir="auto"
            rows={4}
            data-testid="try-text"
            className={cn(controlLook, "py-2.5")}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        )}
      </Field>
      <RunButton busy={busy} disabled={text.trim() === ""} />
    </form>
  );
}
