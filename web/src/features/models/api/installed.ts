import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { paths } from "@/client/schema";
import { answer, api } from "@/lib/api";
import { useLanguage } from "@/lib/language";

type List = paths["/api/sources/installed"]["get"]["responses"][200]["content"]["application/json"];

/** A model that is installed here. */
export type Installed = List["items"][number];

/** How much of the disk the models take. */
export type Disk = List["disk"];

/** What is installed, and how much of the disk it takes. */
export function useInstalled() {
  return useQuery(installedQuery(useLanguage()));
}

/** Asks what is installed when it is needed. */
export function useReadInstalled() {
  const queries = useQueryClient();
  const language = useLanguage();
  return (): Promise<List> => queries.query(installedQuery(language));
}

function installedQuery(language: string) {
  // Why something does not run is said in the page's language.
  return {
    queryKey: ["sources", "installed", language],
    queryFn: () => answer(api.GET("/api/sources/installed")),
  };
}

/** Takes a model off the disk. */
export function useUninstall() {
  const forget = useForget();
  return useMutation({
    mutationFn: (id: string) =>
      answer(api.DELETE("/api/sources/installed/{model_id}", { params: { path: { model_id: id } } })),
    onSettled: forget,
  });
}

/** Hands the browser a model as one file. */
export function useExport() {
  return useMutation({
    mutationFn: (id: string) =>
      answer(api.POST("/api/sources/installed/{model_id}/bundle", { params: { path: { model_id: id } } })),
    onSuccess: ({ url }) => {
      const link = document.createElement("a");
      link.href = url;
      link.download = "";
      link.click();
    },
  });
}

/** Forgets all that another set of installed models makes untrue: what is found, what is here, who can speak. */
export function useForget() {
  const queries = useQueryClient();
  return async () => {
    await Promise.all([
      queries.invalidateQueries({ queryKey: ["sources"] }),
      queries.invalidateQueries({ queryKey: ["voices"] }),
    ]);
  };
}
