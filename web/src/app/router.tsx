import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  notFound,
  redirect,
} from "@tanstack/react-router";
import { destination } from "@/app/destination";
import { BrokenPage, BrokenPart, NotFoundPage } from "@/app/FallbackPages";
import { readAdmin } from "@/features/admin/address";
import { readAddress } from "@/features/datasets/address";
import { readFilters } from "@/features/models/search";
import { readAsked, sharedText } from "@/features/speak/address";
import { readCompared, readTrainings } from "@/features/training/address";
import { Gate, Shell } from "@/app/Shell";
import { isSilence, queries } from "@/lib/queries";
import { whoIsThere } from "@/lib/session";
import { welcomeQuery } from "@/lib/welcome";

const root = createRootRoute({
  beforeLoad: async () => {
    await whoIsThere();
  },
  notFoundComponent: NotFoundPage,
  errorComponent: BrokenPage,
});

async function membersOnly({ location }: { location: { href: string } }): Promise<void> {
  if ((await whoIsThere()) === null) throw redirect({ to: "/login", search: { next: location.href } });
}

/** A studio that cannot be reached says nothing about visitors. */
function unlessSilent(error: unknown): undefined {
  if (!isSilence(error)) throw error;
}

const home = createRoute({
  getParentRoute: () => root,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/speak", replace: true });
  },
});

const gate = createRoute({
  getParentRoute: () => root,
  id: "gate",
  component: Gate,
  validateSearch: (search): { next?: string | undefined } => ({ next: destination(search.next) }),
  beforeLoad: async ({ search }) => {
    if ((await whoIsThere()) !== null) throw redirect({ href: search.next ?? "/speak", replace: true });
  },
});

const login = createRoute({
  getParentRoute: () => gate,
  path: "/login",
  component: lazyRouteComponent(() => import("@/features/accounts/LoginPage")),
});

const register = createRoute({
  getParentRoute: () => gate,
  path: "/register",
  component: lazyRouteComponent(() => import("@/features/accounts/RegisterPage")),
});

const studio = createRoute({ getParentRoute: () => root, id: "studio", component: Shell });

const speak = createRoute({
  getParentRoute: () => studio,
  path: "/speak",
  validateSearch: readAsked,
  beforeLoad: async (to) => {
    if ((await whoIsThere()) !== null) return;
    const open = await queries.query({ ...welcomeQuery, staleTime: "static" }).catch(unlessSilent);
    if (!open?.public_speech) await membersOnly(to);
  },
  component: lazyRouteComponent(() => import("@/features/speak/SpeakPage")),
});

/** What the device shares with the installed studio; it is not spoken before somebody presses the button. */
const share = createRoute({
  getParentRoute: () => root,
  path: "/share",
  beforeLoad: () => {
    throw redirect({ to: "/speak", search: { text: sharedText(window.location.search) }, replace: true });
  },
});

const models = createRoute({
  getParentRoute: () => studio,
  path: "/models",
  validateSearch: readFilters,
  beforeLoad: membersOnly,
  component: lazyRouteComponent(() => import("@/features/models/ModelsPage")),
});

const datasets = createRoute({
  getParentRoute: () => studio,
  path: "/datasets",
  beforeLoad: membersOnly,
  component: lazyRouteComponent(() => import("@/features/datasets/DatasetsPage")),
});

const dataset = createRoute({
  getParentRoute: () => studio,
  path: "/datasets/$id",
  validateSearch: readAddress,
  beforeLoad: membersOnly,
  component: lazyRouteComponent(() => import("@/features/datasets/DatasetPage")),
});

const record = createRoute({
  getParentRoute: () => studio,
  path: "/datasets/$id/record",
  beforeLoad: membersOnly,
  component: lazyRouteComponent(() => import("@/features/datasets/recorder/RecorderPage")),
});

const trainings = createRoute({
  getParentRoute: () => studio,
  path: "/training",
  validateSearch: readTrainings,
  beforeLoad: membersOnly,
  component: lazyRouteComponent(() => import("@/features/training/TrainingsPage")),
});

const compare = createRoute({
  getParentRoute: () => studio,
  path: "/training/compare",
  validateSearch: readCompared,
  beforeLoad: membersOnly,
  component: lazyRouteComponent(() => import("@/features/training/ComparePage")),
});

const training = createRoute({
  getParentRoute: () => studio,
  path: "/training/$id",
  beforeLoad: membersOnly,
  component: lazyRouteComponent(() => import("@/features/training/TrainingPage")),
});

const listening = createRoute({
  getParentRoute: () => studio,
  path: "/training/$id/listening",
  beforeLoad: membersOnly,
  component: lazyRouteComponent(() => import("@/features/training/listening/ListeningPage")),
});

const tryIt = createRoute({
  getParentRoute: () => studio,
  path: "/try",
  validateSearch: (search): { model?: string | undefined } => ({
    model: typeof search.model === "string" ? search.model : undefined,
  }),
  beforeLoad: membersOnly,
  component: lazyRouteComponent(() => import("@/features/try/TryPage")),
});

const status = createRoute({
  getParentRoute: () => studio,
  path: "/status",
  beforeLoad: membersOnly,
  component: lazyRouteComponent(() => import("@/features/status/StatusPage")),
});

const settings = createRoute({
  getParentRoute: () => studio,
  path: "/settings",
  beforeLoad: membersOnly,
  component: lazyRouteComponent(() => import("@/features/settings/SettingsPage")),
});

const admin = createRoute({
  getParentRoute: () => studio,
  path: "/admin",
  validateSearch: readAdmin,
  beforeLoad: async (to) => {
    await membersOnly(to);
    if ((await whoIsThere())?.role !== "admin") throw notFound();
  },
  component: lazyRouteComponent(() => import("@/features/admin/AdminPage")),
});

const routes = root.addChildren([
  home,
  share,
  gate.addChildren([login, register]),
  studio.addChildren([
    ...[speak, models, datasets, dataset, record],
    ...[trainings, compare, training, listening],
    ...[tryIt, status, settings, admin],
  ]),
]);

/** The studio's pages by address; each is loaded when it is first gone to. */
export const router = createRouter({
  routeTree: routes,
  defaultErrorComponent: BrokenPart,
  defaultPreload: "intent",
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
