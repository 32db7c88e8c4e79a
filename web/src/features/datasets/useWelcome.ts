import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { announce } from "@/lib/toasts";
import type { Dataset } from "./api/shapes";
import { isRunning } from "./progress";

/** Says that a dataset has come, and offers to look at it. */
export function useWelcome(): (dataset: Dataset) => void {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (dataset) => {
    const { id, name, metadata } = dataset;
    if (metadata.status === "failed") return;
    const look = {
      label: t("datasets.look"),
      onChoose: () => void navigate({ to: "/datasets/$id", params: { id } }),
    };
    announce(t(isRunning(dataset) ? "datasets.importGoesOn" : "datasets.imported", { name }), look);
  };
}
