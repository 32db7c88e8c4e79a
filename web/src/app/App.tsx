import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { useEffect } from "react";
import { router } from "@/app/router";
import { TooltipProvider } from "@/components/ui/Tooltip";
import { queries } from "@/lib/queries";
import { subscribe } from "@/lib/session";

/** The whole studio. */
export function App() {
  useEffect(
    () =>
      subscribe(() => {
        // What one person saw is not for the next one.
        queries.clear();
        void router.invalidate();
      }),
    [],
  );
  return (
    <QueryClientProvider client={queries}>
      <TooltipProvider delayDuration={400}>
        <RouterProvider router={router} />
      </TooltipProvider>
    </QueryClientProvider>
  );
}
