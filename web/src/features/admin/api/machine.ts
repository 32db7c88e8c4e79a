import { useQuery } from "@tanstack/react-query";
import type { paths } from "@/client/schema";
import { answer, api } from "@/lib/api";

type Status = paths["/api/system/status"]["get"]["responses"][200]["content"]["application/json"];

/** The disk under the studio, and what takes it. */
export type Disk = Extract<Status, { cpu: unknown }>["disk"];

/** How full the disk is; only admins are told. */
export function useDisk() {
  return useQuery({
    queryKey: ["admin", "disk"],
    queryFn: async () => {
      const status = await answer(api.GET("/api/system/status"));
      return "disk" in status ? status.disk : null;
    },
  });
}
