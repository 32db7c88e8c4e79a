import { QueryClient } from "@tanstack/react-query";
import { Problem } from "@/lib/problem";

/** What the server has answered, kept for a short while; all pages share it. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // What the server refused it will refuse again; only silence is worth a second call.
      retry: (failures, error) => failures < 2 && error instanceof Problem && error.status === 0,
    },
  },
});
