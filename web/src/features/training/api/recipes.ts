import { keepPreviousData, skipToken, useQuery } from "@tanstack/react-query";
import { answer, api } from "@/lib/api";
import { useLanguage } from "@/lib/language";
import type { Wish } from "./shapes";

/** What can be taught here, and what each recipe can be told. */
export function useRecipes() {
  return useQuery({
    queryKey: ["recipes", useLanguage()],
    queryFn: ({ signal }) => answer(api.GET("/api/training/recipes", { signal })),
    staleTime: Infinity,
  });
}

/** What the doctor says of a training before it begins; null asks nothing. */
export function useVerdict(wish: Wish | null) {
  return useQuery({
    queryKey: ["verdict", useLanguage(), wish],
    queryFn:
      wish === null
        ? skipToken
        : ({ signal }) => answer(api.POST("/api/training/check", { body: wish, signal })),
    placeholderData: keepPreviousData,
  });
}
