import { useQuery } from "@tanstack/react-query";
import { answer, api } from "@/lib/api";

/** The voices that can speak in the page. */
export function useVoicesInPage() {
  return useQuery({
    queryKey: ["voices"],
    queryFn: async () => (await answer(api.GET("/api/voices"))).items,
    select: (voices) => voices.filter(({ runs_in_browser: here }) => here),
  });
}
