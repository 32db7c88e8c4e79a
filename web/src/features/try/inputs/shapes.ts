/** The shape in which so many numbers are fed: open sides are 1, but for the last of them, which takes what is left. */
export function shapeFor(shape: readonly (number | null)[], count: number): number[] {
  if (shape.length === 0) return count === 1 ? [] : [count];
  const known = shape.reduce<number>((product, side) => product * (side ?? 1), 1);
  const open = shape.lastIndexOf(null);
  const left = Math.max(1, Math.floor(count / Math.max(1, known)));
  return shape.map((side, n) => side ?? (n === open ? left : 1));
}
