import { useId } from "react";
import { Card, CardHeading } from "@/components/ui/Card";
import { useFormat } from "@/lib/format";

const MOST_SHOWN = 30;

/** How the records are shared out, the largest part first. */
export function Shares({ title, rows }: { title: string; rows: readonly (readonly [string, number])[] }) {
  const format = useFormat();
  const id = useId();
  if (rows.length === 0) return null;
  const sorted = [...rows].sort(([, one], [, other]) => other - one).slice(0, MOST_SHOWN);
  const most = sorted[0]?.[1] ?? 1;
  return (
    <Card aria-labelledby={id}>
      <CardHeading id={id}>{title}</CardHeading>
      <dl className="grid grid-cols-[minmax(4rem,max-content)_minmax(0,1fr)] items-center gap-x-4 gap-y-2">
        {sorted.map(([name, count]) => (
          <div key={name} className="contents">
            <dt className="max-w-40 truncate">
              <bdi>{name}</bdi>
            </dt>
            <dd className="flex items-center gap-2">
              <span
                aria-hidden
                className="h-2.5 min-w-1 rounded-full bg-accent"
                style={{ inlineSize: `${(80 * count) / most}%` }}
              />
              <span className="text-sm text-ink-soft">{format.number(count)}</span>
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
