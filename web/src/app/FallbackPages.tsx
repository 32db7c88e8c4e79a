import { Link, useRouter } from "@tanstack/react-router";
import { CloudOff, Compass } from "lucide-react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Header } from "@/app/Header";
import { Button, buttonLook } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { ErrorMessage } from "@/components/ui/ErrorMessage";
import { isConnected, onConnection, probe, useConnected } from "@/lib/connection";
import { isSilence } from "@/lib/queries";

/** The page for an address that leads nowhere. */
export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <>
      <title>{`${t("notFound.title")} · ${t("app.name")}`}</title>
      <Header />
      <main className="mx-auto grid max-w-md justify-items-center gap-4 px-6 py-20 text-center">
        <Compass aria-hidden className="size-14 text-accent" strokeWidth={1.5} />
        <h1 className="text-2xl font-bold">{t("notFound.title")}</h1>
        <p className="text-ink-soft">{t("notFound.text")}</p>
        <Link to="/speak" className={buttonLook({ look: "primary" })}>
          {t("notFound.home")}
        </Link>
      </main>
    </>
  );
}

/** The page that stands in for the whole studio when it failed to open. */
export function BrokenPage({ error }: { error: unknown }) {
  return (
    <>
      <Header />
      <main className="mx-auto max-w-xl px-6 py-20">
        <BrokenPart error={error} />
      </main>
    </>
  );
}

/** What stands in for one page that failed to open; without a connection it opens by itself when that is back. */
export function BrokenPart({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const router = useRouter();
  const connected = useConnected();
  const lost = !connected || isSilence(error);
  useEffect(
    () =>
      onConnection(() => {
        if (!isConnected()) return;
        // A part that could not be fetched is not asked for again by every browser.
        if (isSilence(error)) void router.invalidate();
        else window.location.reload();
      }),
    [router, error],
  );
  const title = t(lost ? "offline.title" : "broken.title");
  return (
    <div className="grid gap-4">
      <title>{`${title} · ${t("app.name")}`}</title>
      <h1 className="text-2xl font-bold">{title}</h1>
      {lost ? (
        <NoConnection onRetry={() => void probe().then(() => router.invalidate())} />
      ) : (
        <ErrorMessage error={error} onRetry={() => void router.invalidate()} />
      )}
    </div>
  );
}

function NoConnection({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation();
  return (
    <div data-testid="no-connection" role="status">
      <EmptyState icon={CloudOff} title={t("offline.page")}>
        <p>{t("offline.pageNote")}</p>
        <Button className="mt-4" onClick={onRetry}>
          {t("problem.retry")}
        </Button>
      </EmptyState>
    </div>
  );
}
