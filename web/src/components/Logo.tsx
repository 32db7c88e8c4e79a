/** The sign of Bazgoo: an eight-pointed tile with a voice in it. */
export function Logo({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 64 64" aria-hidden className={className}>
      <g className="fill-accent">
        <rect x="11" y="11" width="42" height="42" rx="6" />
        <rect x="11" y="11" width="42" height="42" rx="6" transform="rotate(45 32 32)" />
      </g>
      <path
        d="M20 29v6M28 23v18M36 26v12M44 30v4"
        className="stroke-on-accent"
        strokeWidth="4.5"
        strokeLinecap="round"
      />
    </svg>
  );
}
