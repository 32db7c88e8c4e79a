import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { announce } from "@/lib/toasts";
import { numbersWith, useExclude } from "./api/records";

/** Leaves out all records with a problem; undoing takes in those again and no others. */
export function useExcludeProblem(datasetId: string) {
  const { t } = useTranslation();
  const exclude = useExclude(datasetId);
  return useMutation({
    mutationFn: async (problem: string) => {
      const numbers = await numbersWith(datasetId, problem);
      if (numbers.length > 0) await exclude.mutateAsync({ numbers, excluded: true });
      return numbers;
    },
    onSuccess: (numbers) =>
      announce(
        t("datasets.excludedCount", { count: numbers.length }),
        numbers.length === 0
          ? undefined
          : { label: t("datasets.undo"), onChoose: () => exclude.mutate({ numbers, excluded: false }) },
      ),
  });
}
