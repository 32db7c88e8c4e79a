import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { Direction } from "radix-ui";
import { useEffect } from "react";
import { router } from "@/app/router";
import { Toasts } from "@/components/ui/Toasts";
import { TooltipProvider } from "@/components/ui/Tooltip";
import { directionOf, useLanguage } from "@/lib/language";
import { queries } from "@/lib/queries";
import { subscribe } from "@/lib/session";

/** The whole studio. */
export function App() {
  const direction = directionOf(useLanguage());
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
      <Direction.Provider dir={direction}>
        <TooltipProvider delayDuration={400}>
          <RouterProvider router={router} />
          <Toasts />
        </TooltipProvider>
      </Direction.Provider>
    </QueryClientProvider>
  );
}
