import { Outlet, useLocation } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useRef, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Header } from "@/app/Header";
import { Navigation } from "@/app/Navigation";
import { Strips } from "@/app/Strips";
import { Logo } from "@/components/Logo";
import { useUser } from "@/lib/session";

const DownloadWatch = lazy(() => import("@/features/models/downloads/DownloadWatch"));
const TrainingWatch = lazy(() => import("@/features/training/live/TrainingWatch"));

/** What stands around every page of the studio. */
export function Shell() {
  const user = useUser();
  return (
    <Frame>
      <Navigation />
      <Main className="pb-24 md:pb-10">
        <Outlet />
      </Main>
      {user && (
        <Suspense fallback={null}>
          <DownloadWatch key={user.id} />
          <TrainingWatch />
        </Suspense>
      )}
    </Frame>
  );
}

/** What stands around the pages before the studio: logging in and making an account. */
export function Gate() {
  const { t } = useTranslation();
  return (
    <Frame gate>
      <Main className="mx-auto max-w-md pb-10">
        <div className="grid justify-items-center gap-2 pt-2 pb-6 sm:pt-6">
          <Logo className="size-20" />
          <p className="text-ink-soft">{t("app.tagline")}</p>
        </div>
        <Outlet />
      </Main>
    </Frame>
  );
}

function Frame({ gate = false, children }: { gate?: boolean; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <>
      <a
        href="#main"
        className="sr-only z-50 rounded-xl bg-accent px-4 py-2 text-on-accent focus:not-sr-only focus:fixed focus:start-3 focus:top-3"
      >
        {t("shell.skip")}
      </a>
      <Header gate={gate} />
      <Strips />
      <div className={gate ? "tiled relative isolate min-h-[calc(100dvh-4rem)]" : undefined}>
        <div className="mx-auto flex max-w-6xl gap-8 px-4 pt-6 sm:px-6">{children}</div>
      </div>
    </>
  );
}

/** The page itself; it takes the focus when one goes to another page, so that a screen reader starts there. */
function Main({ className, children }: { className: string; children: ReactNode }) {
  const main = useRef<HTMLElement>(null);
  const path = useLocation({ select: (location) => location.pathname });
  const shown = useRef(path);
  useEffect(() => {
    if (shown.current !== path) main.current?.focus({ preventScroll: true });
    shown.current = path;
  }, [path]);
  return (
    <main id="main" ref={main} tabIndex={-1} className={`min-w-0 grow outline-none ${className}`}>
      {children}
    </main>
  );
}
