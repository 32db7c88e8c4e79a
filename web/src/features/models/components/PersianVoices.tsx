import { useTranslation } from "react-i18next";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { Skeleton } from "@/components/ui/Skeleton";
import { PIPER_VOICES, useRepository, type OfferedVoice } from "../api/sources";
import { Shelf } from "@/components/Shelf";
import { VoiceCard } from "./VoiceCard";

interface PersianVoicesProps {
  title: string;
  /** Words that the names must have; without them all voices are shown. */
  named?: string;
}

/** The Persian voices that speak well here, each one click away. */
export function PersianVoices({ title, named = "" }: PersianVoicesProps) {
  const { t } = useTranslation();
  const { data, error, isPending, refetch } = useRepository(PIPER_VOICES);
  const voices = (data?.voices ?? []).filter((voice) => isPersian(voice) && isNamed(voice, named));
  // Beside a search it is an extra: it comes when there is something, and says nothing otherwise.
  if (named !== "" && voices.length === 0) return null;
  return (
    <Shelf title={title} note={data && t("models.voiceCount", { count: voices.length })}>
      {isPending && <Skeleton lines={4} />}
      {!data && <ErrorMessage error={error} onRetry={() => void refetch()} />}
      <ul className="grid grid-cols-[minmax(0,1fr)] gap-4 sm:grid-cols-2 xl:grid-cols-3">
        {voices.map((voice) => (
          <VoiceCard key={voice.id} repoId={PIPER_VOICES} voice={voice} license={data?.license ?? null} />
        ))}
      </ul>
    </Shelf>
  );
}

function isPersian({ language }: OfferedVoice): boolean {
  return language.toLowerCase().startsWith("fa");
}

function isNamed({ id, name }: OfferedVoice, words: string): boolean {
  const said = `${id} ${name}`.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => said.includes(word));
}
