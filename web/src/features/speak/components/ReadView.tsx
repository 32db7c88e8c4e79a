import { memo, useEffect, useMemo, useRef, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { cn } from "@/lib/cn";
import { glimpseOf, paragraphsOf, piecesOf, withoutTags } from "../text/pieces";
import type { Player } from "../sound/Player";
import type { Narration } from "../sound/Narrator";
import { calm } from "./calm";
import { usePlayer } from "../sound/useNarrator";

/** The text that is spoken: the passage that sounds is marked, and each can be gone to. */
export function ReadView({ narration, player }: { narration: Narration; player: Player }) {
  const { t } = useTranslation();
  const { request, clips } = narration;
  const current = usePlayer(player, "clip");
  const box = useRef<HTMLDivElement>(null);
  const paragraphs = useMemo(() => paragraphsOf(piecesOf(request?.text ?? "", clips)), [request, clips]);
  useEffect(() => {
    if (current >= 0) bringIntoView(box.current, passage(box.current, current));
  }, [current]);

  const shown = (text: string) => (request?.ssml === true ? withoutTags(text) : text);
  const playFrom = (target: EventTarget) => {
    const clip = clips[clipOf(target)];
    if (clip) player.playFrom(clip.startS);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const at = clipOf(event.target);
    if (event.key === "Enter" || event.key === " ") playFrom(event.target);
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      passage(box.current, at + (event.key === "ArrowDown" ? 1 : -1))?.focus();
    } else return;
    event.preventDefault();
  };

  return (
    // The handlers serve the passages inside, each of which is a button of its own.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={box}
      role="group"
      aria-label={t("speak.readView")}
      className="max-h-80 overflow-y-auto rounded-xl bg-sunken px-4 py-3 text-lg leading-loose wrap-anywhere whitespace-pre-wrap"
      onClick={(event) => {
        playFrom(event.target);
      }}
      onKeyDown={onKeyDown}
    >
      {paragraphs.map((pieces, index) => (
        // A paragraph out of sight is not laid out: an hour of text would take a second at every change.
        <p
          key={index}
          dir="auto"
          className="[contain-intrinsic-block-size:auto_6rem] [content-visibility:auto]"
        >
          {pieces.map((piece, place) => (
            <Passage
              key={place}
              text={shown(piece.text)}
              clip={piece.clip}
              current={piece.clip === current && current >= 0}
              tabbable={piece.clip === Math.max(0, current)}
            />
          ))}
        </p>
      ))}
    </div>
  );
}

interface PassageProps {
  text: string;
  clip: number | null;
  current: boolean;
  tabbable: boolean;
}

const Passage = memo(function Passage({ text, clip, current, tabbable }: PassageProps) {
  if (clip === null) return <span className="text-ink-soft">{glimpseOf(text)}</span>;
  return (
    <span
      role="button"
      tabIndex={tabbable ? 0 : -1}
      data-testid="reading-word"
      data-clip={clip}
      aria-current={current ? "true" : undefined}
      className={cn(
        "rounded-md box-decoration-clone py-0.5 transition-colors hover:bg-accent-soft",
        current && "bg-accent text-on-accent hover:bg-accent",
      )}
    >
      {text}
    </span>
  );
});

function clipOf(target: EventTarget): number {
  return target instanceof HTMLElement ? Number(target.dataset.clip ?? Number.NaN) : Number.NaN;
}

function passage(box: HTMLElement | null, clip: number): HTMLElement | null {
  return box?.querySelector<HTMLElement>(`[data-clip="${clip}"]`) ?? null;
}

/** Scrolls the box alone, never the page, which may show the text field. */
function bringIntoView(box: HTMLElement | null, passage: HTMLElement | null): void {
  if (!box || !passage) return;
  const [frame, place] = [box.getBoundingClientRect(), passage.getBoundingClientRect()];
  if (place.top >= frame.top && place.bottom <= frame.bottom) return;
  const top = box.scrollTop + place.top - frame.top - frame.height / 3;
  box.scrollTo({ top, behavior: calm() ? "auto" : "smooth" });
}
