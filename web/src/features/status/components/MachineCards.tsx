import { useTranslation } from "react-i18next";
import type { Machine } from "@/features/status/api/status";
import { Card, CardHeading } from "@/components/ui/Card";
import { Facts } from "@/components/ui/Facts";
import { Meter } from "@/components/ui/Meter";
import { useFormat } from "@/lib/format";

/** The machine and the database behind the studio, for admins. */
export function MachineCards({ machine }: { machine: Machine }) {
  return (
    <>
      <Resources machine={machine} />
      <Storage disk={machine.disk} />
      <Work machine={machine} />
    </>
  );
}

function Resources({ machine: { cpu, memory, disk, gpu } }: { machine: Machine }) {
  const { t } = useTranslation();
  const { bytes } = useFormat();
  const usage = (used: number, total: number) => ({
    percent: (100 * used) / total,
    note: t("status.usage", { used: bytes(used), total: bytes(total) }),
  });
  return (
    <Card aria-labelledby="machine">
      <CardHeading id="machine">{t("status.machine")}</CardHeading>
      <div className="grid gap-5">
        <Meter label={t("status.cpu")} percent={cpu.percent} note={t("status.cores", { count: cpu.cores })} />
        <Meter
          label={t("status.memory")}
          {...usage(memory.total_bytes - memory.available_bytes, memory.total_bytes)}
        />
        <Meter label={t("status.disk")} {...usage(disk.total_bytes - disk.free_bytes, disk.total_bytes)} />
        {gpu?.map((card) => (
          <Meter
            key={card.name}
            label={card.name}
            {...usage(card.memory_used_bytes, card.memory_total_bytes)}
          />
        ))}
      </div>
    </Card>
  );
}

function Storage({ disk }: { disk: Machine["disk"] }) {
  const { t } = useTranslation();
  const { bytes } = useFormat();
  return (
    <Card aria-labelledby="storage">
      <CardHeading id="storage">{t("status.storage")}</CardHeading>
      <Facts
        rows={[
          [t("status.models"), bytes(disk.models_bytes)],
          [t("status.datasets"), bytes(disk.datasets_bytes)],
          [t("status.checkpoints"), bytes(disk.checkpoints_bytes)],
          [t("status.free"), bytes(disk.free_bytes)],
        ]}
      />
    </Card>
  );
}

function Work({ machine: { database, queue, memory, users } }: { machine: Machine }) {
  const { t } = useTranslation();
  const { bytes, number } = useFormat();
  return (
    <Card aria-labelledby="work">
      <CardHeading id="work">{t("status.work")}</CardHeading>
      <Facts
        rows={[
          [t("status.accounts"), number(users)],
          [t("status.waiting"), number(queue.waiting)],
          [t("status.running"), number(queue.running)],
          [
            t("status.pool"),
            t("status.poolOf", { used: number(database.used), size: number(database.size) }),
          ],
          [t("status.process"), bytes(memory.process_bytes)],
        ]}
      />
    </Card>
  );
}
