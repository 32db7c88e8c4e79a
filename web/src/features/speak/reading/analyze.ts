import { answer, api } from "@/lib/api";
import { Problem } from "@/lib/problem";
import type { Analysis, AnalysisRequest } from "@/inpage/types";

type Asked = Omit<AnalysisRequest, "lexicon">;

/**
 * How a text is read, as the studio says; while it does not answer, as the reader that this browser keeps does.
 *
 * With `onlyHere` the text does not leave the browser.
 */
export async function analyze(body: Asked, onlyHere: boolean, signal: AbortSignal): Promise<Analysis> {
  if (onlyHere) return here(body, signal);
  try {
    return await answer(api.POST("/api/text/analyze", { body, signal }));
  } catch (error) {
    if (error instanceof Problem && error.code === "unreachable") return here(body, signal);
    throw error;
  }
}

async function here(body: Asked, signal: AbortSignal): Promise<Analysis> {
  const inpage = await import("@/inpage/speaker").catch(() => null);
  if (inpage === null) throw Problem.unreachable(); // its script is kept with the first voice
  return inpage.analyzeInPage(body, signal);
}
