const COLOURS = ["--accent", "--danger", "--good", "--warning", "--ink-soft", "--ink"] as const;
const DASHES: readonly (readonly number[])[] = [[], [7, 4], [2, 3], [10, 3, 2, 3], [4, 2], [12, 5]];

/** How a curve is drawn: a colour of the page, and dashes, so that colour is not all that tells curves apart. */
export interface Look {
  variable: string;
  dash: readonly number[];
}

/** How the curve at this place is drawn; when all colours have been used, they come again with other dashes. */
export function strokeAt(at: number): Look {
  const round = Math.floor(at / COLOURS.length);
  return {
    variable: COLOURS[at % COLOURS.length] ?? COLOURS[0],
    dash: DASHES[(at + round) % DASHES.length] ?? [],
  };
}

/** A colour of the page as it is now, for a canvas. */
export function colourOf(variable: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(variable).trim();
}
