/** The sheets of the Admin page. */
export const TABS = ["accounts", "jobs", "disk", "logs", "audit", "backups", "installation"] as const;
export type TabName = (typeof TABS)[number];

/** What can be in a queue. */
export const KINDS = ["download", "training", "dataset"] as const;

/** How a job can be; each kind has its own of these. */
export const STATUSES = [
  "pending",
  "queued",
  "downloading",
  "running",
  "importing",
  "checking",
  "paused",
  "ready",
  "completed",
  "failed",
  "cancelled",
] as const;

/** Who writes a log. */
export const SOURCES = ["studio", "worker"] as const;

/** How grave a line of a log is, the mildest first. */
export const LEVELS = ["debug", "info", "warning", "error"] as const;

/** The deeds that are noted. */
export const ACTIONS = [
  "login",
  "login_failed",
  "logout",
  "register",
  "token_reused",
  "user_created",
  "user_changed",
  "quota_changed",
  "settings_changed",
  "key_made",
  "key_deleted",
  "job_cancelled",
  "installed_removed",
  "backup_made",
  "backup_downloaded",
  "backup_deleted",
] as const;

/** All that the address of the Admin page says. */
export interface AdminAddress {
  tab?: TabName | undefined;
  kind?: (typeof KINDS)[number] | undefined;
  status?: (typeof STATUSES)[number] | undefined;
  source?: (typeof SOURCES)[number] | undefined;
  level?: (typeof LEVELS)[number] | undefined;
  action?: (typeof ACTIONS)[number] | undefined;
  /** Whose deeds, by the id of their account. */
  person?: string | undefined;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads an address that anybody may have written. */
export function readAdmin(search: Record<string, unknown>): AdminAddress {
  const { tab, kind, status, source, level, action, person } = search;
  return {
    tab: TABS.find((known) => known === tab),
    kind: KINDS.find((known) => known === kind),
    status: STATUSES.find((known) => known === status),
    source: SOURCES.find((known) => known === source),
    level: LEVELS.find((known) => known === level),
    action: ACTIONS.find((known) => known === action),
    person: typeof person === "string" && UUID.test(person) ? person : undefined,
  };
}
