import { useQuery } from "@tanstack/react-query";
import { answer, api } from "@/lib/api";
import { useLanguage } from "@/lib/language";

/** Installed models that may be run in the page: those that tell what something is, and those that nobody here knows. */
export function useTryable() {
  const language = useLanguage();
  return useQuery({
    queryKey: ["sources", "installed", language],
    queryFn: () => answer(api.GET("/api/sources/installed")),
    select: ({ items }) =>
      items.filter(
        ({ type, format, status, can_remove: own }) =>
          (type === "classification" || format === "unknown") && status === "installed" && own,
      ),
  });
}
