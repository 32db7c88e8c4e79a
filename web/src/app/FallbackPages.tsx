import { Link, useRouter } from "@tanstack/react-router";
import { Compass } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Header } from "@/app/Header";
import { buttonLook } from "@/components/ui/Button";
import { ErrorMessage } from "@/components/ui/ErrorMessage";

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

/** The page that stands in for one that failed to open. */
export function BrokenPage({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const router = useRouter();
  return (
    <>
      <title>{`${t("broken.title")} · ${t("app.name")}`}</title>
      <Header />
      <main className="mx-auto grid max-w-xl gap-4 px-6 py-20">
        <h1 className="text-2xl font-bold">{t("broken.title")}</h1>
        <ErrorMessage error={error} onRetry={() => void router.invalidate()} />
      </main>
    </>
  );
}
