import { pictureShape } from "@/inpage/models/features/picture";
import type { Sound } from "@/inpage/models/features/wav";
import type { Opened } from "../useModel";
import type { Run } from "../useRun";
import { PictureInput } from "./PictureInput";
import { RowInput } from "./RowInput";
import { SoundInput } from "./SoundInput";
import { TensorInput } from "./TensorInput";
import { TextInput } from "./TextInput";

interface ExampleInputProps {
  opened: Opened;
  /** What was just spoken in the page. */
  spoken: Sound | null;
  busy: boolean;
  onRun: Run;
}

/** What the model is asked, in the form that its kind wants. */
export function ExampleInput({ opened, spoken, busy, onRun }: ExampleInputProps) {
  const { description, model } = opened;
  const { inputs } = model.card;
  if (description) {
    const { features } = description;
    if (features.kind === "numbers") return <RowInput {...{ description, features, busy, onRun }} />;
    if ("letters" in features) return <TextInput {...{ description, busy, onRun }} />;
    return <SoundInput {...{ description, spoken, busy, onRun }} />;
  }
  const shape = inputs.length === 1 && inputs[0] ? pictureShape(inputs[0]) : null;
  return shape ? <PictureInput {...{ shape, busy, onRun }} /> : <TensorInput {...{ inputs, busy, onRun }} />;
}
