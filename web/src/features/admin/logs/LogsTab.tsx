import { FileText } from "lucide-react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "@/components/ui/EmptyState";
import { Field } from "@/components/ui/Field";
import { Select } from "@/components/ui/Select";
import { LEVELS, SOURCES } from "../address";
import { useLogs } from "../api/logs";
import { Filter } from "../components/Filter";
import { Listing } from "../components/Listing";
import { Sheet } from "../components/Sheet";
import { useAdminAddress } from "../useAdminAddress";
import { LogRow } from "./LogRow";

/** What the studio and its worker wrote, the newest first. */
export function LogsTab() {
  const { t } = useTranslation();
  const [address, look] = useAdminAddress();
  const logs = useLogs(address);
  return (
    <Sheet
      title={t("admin.tab.logs")}
      note={t("admin.logs.note")}
      onRefresh={() => void logs.refetch()}
      busy={logs.isRefetching}
      filters={
        <>
          <Field label={t("admin.logs.source")}>
            {(control) => (
              <Select
                {...control}
                value={address.source ?? "studio"}
                options={SOURCES.map((value) => ({ value, label: t(`admin.logs.sources.${value}`) }))}
                onChoose={(chosen) => look({ source: SOURCES.find((each) => each === chosen) })}
              />
            )}
          </Field>
          <Filter
            label={t("admin.logs.level")}
            value={address.level}
            values={LEVELS}
            name={(level) => t(`admin.logs.levels.${level}`)}
            onChoose={(level) => look({ level })}
          />
        </>
      }
    >
      <Listing
        list={logs}
        more={t("admin.older")}
        empty={<EmptyState icon={FileText} title={t("admin.logs.none")} />}
      >
        {(line) => (
          <LogRow
            key={`${line.at} ${line.request_id} ${line.event} ${JSON.stringify(line.fields)}`}
            line={line}
          />
        )}
      </Listing>
    </Sheet>
  );
}
