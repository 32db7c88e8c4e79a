import { t } from "i18next";
import { Problem } from "@/lib/problem";
import type { SpeechRequest } from "@/lib/speech";
import { downloadSpeech } from "../api/downloadSpeech";
import type { Format } from "../api/speech";
import { wavOf } from "../sound/wavOf";
import type { Maker } from "./Maker";
import { reasonToMove } from "./moving";
import type { Plan } from "./places";

/** A whole file of speech; WAV is made where `plan` says, and the server alone knows other formats. */
export async function fileOf(
  request: SpeechRequest,
  format: Format,
  { maker, plan }: { maker: Maker; plan: Plan },
  signal: AbortSignal,
  onProgress: (percent: number) => void,
): Promise<Blob> {
  if (format === "wav" && plan.includes("browser")) {
    return wavOf(maker.streamBy(plan)(request, signal), onProgress);
  }
  try {
    return await downloadSpeech(request, format, signal, onProgress);
  } catch (error) {
    if (signal.aborted || !plan.includes("browser") || !reasonToMove("server", error)) throw error;
    throw new Problem({ status: 0, code: "format_needs_server", detail: t("speak.onlyWav") });
  }
}
