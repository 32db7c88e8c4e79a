import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Field } from "@/components/ui/Field";
import { controlLook } from "@/components/ui/Input";
import { numbersIn } from "@/inpage/models/features/numbers";
import { ModelTrouble } from "@/inpage/models/trouble";
import type { Tensor, TensorSpec } from "@/inpage/models/types";
import { cn } from "@/lib/cn";
import type { Run } from "../useRun";
import { shapeFor } from "./shapes";
import { RunButton } from "./RunButton";

/** Numbers for each input of a model that says nothing of what they mean. */
export function TensorInput({
  inputs,
  busy,
  onRun,
}: {
  inputs: readonly TensorSpec[];
  busy: boolean;
  onRun: Run;
}) {
  const { t } = useTranslation();
  const [lines, setLines] = useState<Record<string, string>>({});
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        onRun(() => ({ kind: "tensors", tensors: inputs.map((spec) => read(spec, lines[spec.name] ?? "")) }));
      }}
    >
      {inputs.map((spec) => (
        <Field
          key={spec.name}
          label={
            <>
              {t("try.numbersOf")} <bdi dir="ltr">{spec.name}</bdi>
            </>
          }
          hint={t("try.numbersNote", {
            shape: spec.shape.map((side) => side ?? "?").join(" × "),
          })}
        >
          {(control) => (
            <textarea
              {...control}
              dir="ltr"
              rows={3}
              data-testid="try-numbers"
              className={cn(controlLook, "py-2.5 font-mono text-sm")}
              value={lines[spec.name] ?? ""}
              onChange={({ target }) => setLines({ ...lines, [spec.name]: target.value })}
            />
          )}
        </Field>
      ))}
      <RunButton busy={busy} />
    </form>
  );
}

function read(spec: TensorSpec, line: string): Tensor {
  const values = numbersIn(line);
  if (!values) throw new ModelTrouble("notNumbers", { name: spec.name });
  return { values, shape: shapeFor(spec.shape, values.length) };
}
