import { useTranslation } from "react-i18next";
import { Badge } from "@/components/ui/Badge";
import { useFormat } from "@/lib/format";
import type { OfferedVoice } from "../api/sources";
import { useSpeakers } from "../downloads/useSpeakers";
import { DownloadControl } from "./DownloadControl";
import { SampleButton } from "./SampleButton";

const QUALITIES = ["x_low", "low", "medium", "high"] as const;

interface VoiceCardProps {
  repoId: string;
  voice: OfferedVoice;
  license: string | null;
}

/** One voice of a repository: heard, brought and spoken with in place. */
export function VoiceCard({ repoId, voice, license }: VoiceCardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const speakerOf = useSpeakers();
  const quality = QUALITIES.find((known) => known === voice.quality);
  return (
    <li
      data-testid="model-card"
      className="grid grid-cols-[minmax(0,1fr)] content-between gap-4 rounded-2xl border border-line bg-surface p-5 shadow-card"
    >
      <div className="grid gap-2">
        <div>
          <h3 className="text-lg font-semibold">
            <bdi>{voice.name}</bdi>
          </h3>
          <p className="text-sm text-ink-soft">
            <bdi>{voice.id}</bdi>
          </p>
        </div>
        <div className="flex flex-wrap gap-1.5">
          {quality && <Badge>{t(`models.quality.${quality}`)}</Badge>}
          <Badge>{format.bytes(voice.size_bytes)}</Badge>
          {license !== null && <Badge>{license}</Badge>}
        </div>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <DownloadControl
          wish={{ repo_id: repoId, voice: voice.id }}
          name={voice.name}
          installed={voice.installed}
          speaker={speakerOf(repoId, voice.id)}
        />
        {voice.sample !== null && <SampleButton repoId={repoId} path={voice.sample} name={voice.name} />}
      </div>
    </li>
  );
}
