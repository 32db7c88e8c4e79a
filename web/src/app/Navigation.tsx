import { Link } from "@tanstack/react-router";
import {
  Activity,
  AudioLines,
  Database,
  FlaskConical,
  GraduationCap,
  Package,
  Settings,
  Users,
} from "lucide-react";
import { useTranslation } from "react-i18next";
import { useUser } from "@/lib/session";

const PLACES = [
  { to: "/speak", name: "navigation.speak", icon: AudioLines, for: "all" },
  { to: "/models", name: "navigation.models", icon: Package, for: "members" },
  { to: "/datasets", name: "navigation.datasets", icon: Database, for: "members" },
  { to: "/training", name: "navigation.training", icon: GraduationCap, for: "members" },
  { to: "/try", name: "navigation.try", icon: FlaskConical, for: "members" },
  { to: "/status", name: "navigation.status", icon: Activity, for: "members" },
  { to: "/settings", name: "navigation.settings", icon: Settings, for: "members" },
  { to: "/admin", name: "navigation.admin", icon: Users, for: "admins" },
] as const;

/** The ways to the studio's pages: a bar at the foot of a phone, a column beside a wide page. */
export function Navigation() {
  const { t } = useTranslation();
  const user = useUser();
  const open = { all: true, members: user !== null, admins: user?.role === "admin" };
  return (
    <nav
      aria-label={t("shell.navigation")}
      className="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] md:sticky md:inset-auto md:top-20 md:w-52 md:shrink-0 md:self-start md:border-0 md:bg-transparent"
    >
      <ul className="flex justify-around overflow-x-auto p-1.5 md:gap-1 md:overflow-visible md:grid md:justify-stretch md:p-0">
        {PLACES.filter((place) => open[place.for]).map(({ to, name, icon: Icon }) => (
          <li key={to} className="flex-1 md:flex-none">
            <Link
              to={to}
              className="flex flex-col items-center rounded-xl px-1 py-1 text-xs md:flex-row md:gap-3 md:px-3.5 md:py-2.5 md:text-base"
              activeProps={{
                className: "bg-accent-soft font-medium text-accent-strong hover:bg-accent-soft",
              }}
            >
              <Icon aria-hidden className="size-6 md:size-5" />
              {t(name)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
