import { useQuery } from "@tanstack/react-query";
import type { paths } from "@/client/schema";
import { answer, api } from "@/lib/api";
import { useLanguage } from "@/lib/language";
import { Problem } from "@/lib/problem";

type Answer<Path extends "/api/health" | "/api/system/status"> =
  paths[Path]["get"]["responses"][200]["content"]["application/json"];

/** Whether the studio can work, and which part of it cannot. */
export type Health = Answer<"/api/health">;

/** How the installation is doing. */
export type SystemStatus = Answer<"/api/system/status">;

/** The whole machine, which only admins see. */
export type Machine = Extract<SystemStatus, { cpu: unknown }>;

const EVERY_MS = 10_000;

/** The studio's health, asked for again and again. */
export function useHealth() {
  const language = useLanguage(); // what is wrong is said in it
  return useQuery({ queryKey: ["health", language], queryFn: readHealth, refetchInterval: EVERY_MS });
}

/** The studio's state, asked for again and again. */
export function useSystemStatus() {
  return useQuery({
    queryKey: ["system", "status"],
    queryFn: () => answer(api.GET("/api/system/status")),
    refetchInterval: EVERY_MS,
  });
}

async function readHealth(): Promise<Health> {
  const { data, error, response } = await api.GET("/api/health");
  if (data) return data;
  // A studio that is down says so in the same shape.
  if (response.status === 503 && "database" in error) return error;
  throw Problem.of(response, error);
}
