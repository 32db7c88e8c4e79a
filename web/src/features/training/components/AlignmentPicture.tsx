import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { useFormat } from "@/lib/format";
import { fetchBlob } from "@/lib/sound/fetchBlob";

/** Which part of the sound belongs to which symbol, as a picture; a good one is a thin line from corner to corner. */
export function AlignmentPicture({ path, step }: { path: string; step: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { ref, error } = usePicture(path);
  return (
    <figure className="grid grid-cols-[minmax(0,1fr)] gap-1" data-testid="training-alignment">
      <img
        ref={ref}
        alt={t("training.alignmentAlt", { step: format.number(step) })}
        className="w-full rounded-xl border border-line bg-sunken"
      />
      <figcaption className="text-sm text-ink-soft">{t("training.alignmentNote")}</figcaption>
      <ErrorMessage error={error} />
    </figure>
  );
}

/** Shows a picture that only its owner may have in the image that carries the returned `ref`. */
function usePicture(path: string) {
  const { data, error } = useQuery({
    queryKey: ["picture", path],
    queryFn: ({ signal }) => fetchBlob(path, signal),
    staleTime: "static",
  });
  const ref = useRef<HTMLImageElement>(null);
  useEffect(() => {
    if (!data || !ref.current) return;
    const url = URL.createObjectURL(data);
    ref.current.src = url;
    return () => URL.revokeObjectURL(url);
  }, [data]);
  return { ref, error };
}
