import { getRouteApi } from "@tanstack/react-router";
import type { AdminAddress } from "./address";

const route = getRouteApi("/studio/admin");

/** What the address says, and the way to change some of it. */
export function useAdminAddress(): [AdminAddress, (change: AdminAddress) => void] {
  const address = route.useSearch();
  const navigate = route.useNavigate();
  return [
    address,
    (change) => void navigate({ search: { ...address, ...change }, replace: true, resetScroll: false }),
  ];
}
