import { useTranslation } from "react-i18next";
import type { Memory } from "@/inpage/models/types";
import { useFormat } from "@/lib/format";

/** What the model holds after its last answer: always the same. */
export function MemoryLine({ memory, runs }: { memory: Memory; runs: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { tensors, tensorBytes, wasmBytes } = memory;
  const parts = [
    ...(tensors === null
      ? []
      : [t("try.tensors", { count: tensors, bytes: format.bytes(tensorBytes ?? 0) })]),
    ...(wasmBytes > 0 ? [t("try.wasm", { bytes: format.bytes(wasmBytes) })] : []),
  ];
  return (
    <p
      data-testid="try-memory"
      data-runs={runs}
      data-tensors={tensors ?? undefined}
      data-tensor-bytes={tensorBytes ?? undefined}
      data-wasm-bytes={wasmBytes}
      className="text-sm text-ink-soft"
    >
      {t("try.memory", { parts: parts.join("، ") })}
    </p>
  );
}
