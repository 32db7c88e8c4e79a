import { useTranslation } from "react-i18next";
import type { Repository } from "../api/sources";
import { useSpeakers } from "../downloads/useSpeakers";
import { CanRun } from "./CanRun";
import { CardText } from "./CardText";
import { DownloadControl } from "./DownloadControl";
import { GatedNote } from "./GatedNote";
import { ModelBadges } from "./ModelBadges";
import { RepositoryFiles } from "./RepositoryFiles";
import { VoiceCard } from "./VoiceCard";

/** All that is known of a repository before it is brought. */
export function RepositoryDetails({ repository }: { repository: Repository }) {
  const { t } = useTranslation();
  const speakerOf = useSpeakers();
  const { repo_id: repoId, voices } = repository;
  const many = voices.length > 1;
  return (
    <>
      <ModelBadges model={repository} />
      <CanRun engine={repository.engine} whyNot={repository.why_not} />
      {repository.gated && <GatedNote repoId={repoId} />}
      {many ? (
        <section aria-label={t("models.voices")} className="grid gap-3">
          <h3 className="font-semibold">{t("models.voices")}</h3>
          <ul className="grid grid-cols-[minmax(0,1fr)] gap-3 sm:grid-cols-2">
            {voices.map((voice) => (
              <VoiceCard key={voice.id} repoId={repoId} voice={voice} license={repository.license} />
            ))}
          </ul>
        </section>
      ) : (
        <div className="flex flex-wrap items-center gap-2">
          <DownloadControl
            wish={{ repo_id: repoId }}
            name={repoId}
            installed={repository.installed}
            speaker={speakerOf(repoId)}
          />
        </div>
      )}
      <RepositoryFiles repository={repository} />
      {repository.card !== "" && <CardText card={repository.card} />}
    </>
  );
}
