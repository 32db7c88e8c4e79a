import { ScrollText } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { ACTIONS } from "../address";
import { useAudit } from "../api/audit";
import { Filter } from "../components/Filter";
import { Listing } from "../components/Listing";
import { Sheet } from "../components/Sheet";
import { useAdminAddress } from "../useAdminAddress";
import { DeedRow } from "./DeedRow";

/** Who came in, and what was done that others should be able to find out about. */
export function AuditTab() {
  const { t } = useTranslation();
  const [address, look] = useAdminAddress();
  const audit = useAudit(address);
  return (
    <Sheet
      title={t("admin.tab.audit")}
      note={t("admin.audit.note")}
      onRefresh={() => void audit.refetch()}
      busy={audit.isRefetching}
      filters={
        <>
          <Filter
            label={t("admin.audit.action")}
            value={address.action}
            values={ACTIONS}
            name={(action) => t(`admin.audit.actions.${action}`)}
            onChoose={(action) => look({ action })}
          />
          {address.person !== undefined && (
            <Button className="self-end" onClick={() => look({ person: undefined })}>
              {t("admin.audit.everybody")}
            </Button>
          )}
        </>
      }
    >
      <Listing
        list={audit}
        more={t("admin.older")}
        empty={<EmptyState icon={ScrollText} title={t("admin.audit.none")} />}
      >
        {(deed) => <DeedRow key={deed.id} deed={deed} onPerson={(person) => look({ person })} />}
      </Listing>
    </Sheet>
  );
}
