import { useTranslation } from "react-i18next";
import { Disclosure } from "@/components/ui/Disclosure";
import { readCard, type Block } from "../cardText";

/** What the owner of a repository says of it, as text. */
export function CardText({ card }: { card: string }) {
  const { t } = useTranslation();
  const blocks = readCard(card);
  if (blocks.length === 0) return null;
  return (
    <Disclosure summary={t("models.card")}>
      <div className="grid gap-2 text-sm">
        {blocks.map((block, n) => (
          <Piece key={n} block={block} />
        ))}
      </div>
    </Disclosure>
  );
}

function Piece({ block: { kind, text } }: { block: Block }) {
  switch (kind) {
    case "heading":
      return (
        <p dir="auto" className="pt-2 text-base font-semibold">
          {text}
        </p>
      );
    case "code":
      return (
        <pre dir="ltr" className="rounded-lg bg-sunken p-3 break-all whitespace-pre-wrap">
          {text}
        </pre>
      );
    case "item":
      return (
        <p dir="auto" className="ps-4 break-words">
          • {text}
        </p>
      );
    case "paragraph":
      return (
        <p dir="auto" className="break-words">
          {text}
        </p>
      );
  }
}
