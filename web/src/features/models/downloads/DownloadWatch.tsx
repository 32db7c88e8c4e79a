import { useNavigate } from "@tanstack/react-router";
import { useEffect, useEffectEvent, useRef } from "react";
import { useTranslation } from "react-i18next";
import { announce } from "@/lib/toasts";
import { useFollowedDownloads, type Download } from "../api/downloads";
import { useForget, useReadInstalled } from "../api/installed";
import { justCompleted } from "./progress";
import { useDownloadEvents } from "./useDownloadEvents";
import { canSpeak } from "./useSpeakers";

const NONE: Download[] = [];

/** Follows the downloads on every page of the studio, and says when one has come. */
export default function DownloadWatch() {
  useDownloadEvents();
  const { data = NONE } = useFollowedDownloads();
  const before = useRef(data);
  const welcome = useWelcome();
  const notice = useEffectEvent((now: Download[]) => {
    for (const download of justCompleted(before.current, now)) void welcome(download);
    before.current = now;
  });
  useEffect(() => notice(data), [data]);
  return null;
}

/** Makes all pages know of what has come, and offers to speak with it. */
function useWelcome() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const forget = useForget();
  const readInstalled = useReadInstalled();
  return async ({ model_id, voice, repo_id }: Download) => {
    await forget();
    const { items } = await readInstalled();
    const model = items.find(({ id }) => id === model_id);
    const speaker = model && canSpeak(model) ? model.voices[0] : undefined;
    announce(
      t("models.arrived", { name: voice ?? repo_id }),
      speaker === undefined
        ? undefined
        : {
            label: t("models.speak"),
            onChoose: () => void navigate({ to: "/speak", search: { voice: speaker } }),
          },
    );
  };
}
