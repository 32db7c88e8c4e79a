import { useRef, useState } from "react";
import type { SpeechRequest } from "@/lib/speech";
import { fileNameFor } from "../text/fileName";
import { withoutTags } from "../text/pieces";
import { fileOf } from "../place/fileOf";
import type { Maker } from "../place/Maker";
import type { Plan } from "../place/places";
import { saveFile } from "./downloadSpeech";
import type { Format } from "./speech";

/** How a download stands; `progress` is null until the file comes in. */
interface Download {
  busy: boolean;
  progress: number | null;
  failure: unknown;
}

const AT_REST: Download = { busy: false, progress: null, failure: null };

/** Downloads the speech of a text as a file of its own. */
export function useDownload(maker: Maker) {
  const [download, setDownload] = useState(AT_REST);
  const abort = useRef<AbortController | null>(null);

  const cancel = () => {
    abort.current?.abort();
    setDownload(AT_REST);
  };

  const start = async (request: SpeechRequest, format: Format, plan: Plan) => {
    const { signal } = (abort.current = new AbortController());
    setDownload({ ...AT_REST, busy: true });
    try {
      const file = await fileOf(request, format, { maker, plan }, signal, (progress) => {
        setDownload({ busy: true, progress, failure: null });
      });
      saveFile(file, fileNameFor(request.ssml ? withoutTags(request.text) : request.text, format));
      setDownload(AT_REST);
    } catch (failure) {
      if (!signal.aborted) setDownload({ ...AT_REST, failure });
    }
  };

  return { ...download, start, cancel };
}
