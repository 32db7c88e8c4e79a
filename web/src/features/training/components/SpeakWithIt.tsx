import { Link } from "@tanstack/react-router";
import { AudioLines } from "lucide-react";
import { useTranslation } from "react-i18next";
import { buttonLook } from "@/components/ui/Button";
import { useVoiceOf } from "../api/models";

/** Leads to the Speak page, where the voice of this model is then chosen; nothing where it has none. */
export function SpeakWithIt({ modelId }: { modelId: string | null }) {
  const { t } = useTranslation();
  const voice = useVoiceOf(modelId);
  if (voice === undefined) return null;
  return (
    <Link
      to="/speak"
      search={{ voice }}
      data-testid="training-speak"
      className={`${buttonLook({ look: "primary" })} justify-self-start`}
    >
      <AudioLines aria-hidden className="size-5" />
      {t("training.speak")}
    </Link>
  );
}
