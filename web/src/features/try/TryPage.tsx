import { getRouteApi } from "@tanstack/react-router";
import { useEffect, useEffectEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Page } from "@/components/Page";
import { useTryable } from "./api/installed";
import { ChooseModel } from "./components/ChooseModel";
import { Loading } from "./components/Loading";
import { ModelCard } from "./components/ModelCard";
import { Trial } from "./components/Trial";
import { Trouble } from "./components/Trouble";
import type { Sound } from "@/inpage/models/features/wav";
import { SpeakCard } from "./speaking/SpeakCard";
import { useModel } from "./useModel";

const route = getRouteApi("/studio/try");

/** Run models in the page: nothing that they are asked leaves the device. */
export default function TryPage() {
  const { t } = useTranslation();
  const { model: chosen } = route.useSearch();
  const navigate = route.useNavigate();
  const { state, error, ...model } = useModel();
  const [spoken, setSpoken] = useState<Sound | null>(null);
  const name = useTryable().data?.find(({ id }) => id === chosen)?.name;

  const openChosen = useEffectEvent(() => {
    if (chosen !== undefined && name !== undefined) void model.openInstalled(chosen, name);
  });
  useEffect(() => openChosen(), [chosen, name]);

  const choose = (id: string | undefined) =>
    navigate({ search: { model: id }, replace: true, resetScroll: false });
  const openFiles = async (files: File[]) => {
    await choose(undefined);
    await model.openFiles(files);
  };
  const cancel = () => {
    model.close();
    void choose(undefined);
  };
  return (
    <Page title={t("try.title")} lead={t("try.lead")}>
      <ChooseModel
        chosen={chosen}
        onInstalled={(id) => void choose(id)}
        onFiles={(files) => void openFiles(files)}
      />
      <Trouble error={error} />
      {state.phase === "loading" && <Loading name={state.name} fetched={state.fetched} onCancel={cancel} />}
      {state.phase === "open" && (
        <>
          <ModelCard opened={state.opened} onOther={(found) => void model.openOther(state.opened, found)} />
          <Trial key={state.opened.found.path} opened={state.opened} spoken={spoken} />
        </>
      )}
      <SpeakCard onSpoken={setSpoken} />
    </Page>
  );
}
