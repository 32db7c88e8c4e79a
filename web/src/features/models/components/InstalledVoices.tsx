import { Link } from "@tanstack/react-router";
import { AudioLines } from "lucide-react";
import { useTranslation } from "react-i18next";
import { buttonLook } from "@/components/ui/Button";

/** The voices of an installed model, each leading to where it speaks. */
export function InstalledVoices({ voices }: { voices: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <ul aria-label={t("models.voices")} className="flex flex-wrap gap-2">
      {voices.map((voice) => (
        <li key={voice}>
          <Link
            to="/speak"
            search={{ voice }}
            data-testid="model-speak"
            aria-label={t("models.speakNamed", { name: voice })}
            className={buttonLook({ look: "secondary", size: "small" })}
          >
            <AudioLines aria-hidden className="size-4" />
            <bdi>{voice}</bdi>
          </Link>
        </li>
      ))}
    </ul>
  );
}
