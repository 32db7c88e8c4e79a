import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api } from "@/lib/api";

const STUDIO = ["admin", "settings"];

/** What admins have set for the whole studio. */
export function useStudioSettings() {
  return useQuery({ queryKey: STUDIO, queryFn: () => answer(api.GET("/api/admin/settings")) });
}

/** Opens or closes registration. */
export function useOpenRegistration() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (open: boolean) =>
      answer(api.PATCH("/api/admin/settings", { body: { registration_open: open } })),
    onSuccess: (settings) => queries.setQueryData(STUDIO, settings),
  });
}
