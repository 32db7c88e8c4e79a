import type { Look } from "./palette";

/** How a curve is drawn, as a short line beside its name. */
export function Stroke({ variable, dash }: Look) {
  return (
    <svg aria-hidden viewBox="0 0 24 8" className="h-2 w-6 shrink-0">
      <line
        x1={0}
        x2={24}
        y1={4}
        y2={4}
        strokeWidth={2.5}
        strokeDasharray={dash.join(" ")}
        stroke={`var(${variable})`}
      />
    </svg>
  );
}
